package dev.batchwright.processor.page;

import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;

/** What the parts of a page are called, so that others lead to them. */
final class Anchors {

    private Anchors() {}

    static String step(StepModel step) {
        return Markup.escaped("step-" + step.name());
    }

    static String row(RowModel row) {
        return Markup.escaped("row-" + row.type().canonicalName());
    }
}
