package dev.batchwright.processor.page;

import dev.batchwright.processor.model.ByteText;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;

/** What can be said before a run of the memory that a step's rows take, and no more than that. */
final class MemoryText {

    private MemoryText() {}

    static String of(StepModel step) {
        String rows = switch (NodeShape.of(step.kind())) {
            case BARRIER -> "As many rows as the memory of the run has room for; the others wait on disk.";
            case SOURCE -> "One row at a time: " + row(step.output().orElseThrow()) + ".";
            case ROW -> "One row at a time: " + row(step.input().orElseThrow()) + ".";
            case BATCH, SINK -> batch(step, step.input().orElseThrow());
        };
        int calls = step.settings().concurrency().value();
        return rows + (calls > 1 ? " Up to " + calls + " times that, for the calls in flight." : "") + heap(step);
    }

    private static String row(RowModel row) {
        RowBytes bytes = RowBytes.of(row.shape());
        return Quantity.bytes(bytes.fixed()) + (bytes.isAll() ? "" : " and " + bytes.growth());
    }

    private static String batch(StepModel step, RowModel row) {
        long rows = step.settings().batchRows();
        long most = ByteText.parse(step.settings().batchBytes()).orElseThrow();
        RowBytes bytes = RowBytes.of(row.shape());
        if (bytes.fixed() * rows > most) {
            return "At most " + step.settings().batchBytes() + " a batch, which "
                    + Quantity.grouped(most / bytes.fixed()) + " rows fill at the latest.";
        }
        String fixed = Quantity.bytes(bytes.fixed() * rows);
        return bytes.isAll()
                ? "At most " + fixed + " a batch."
                : "Up to " + step.settings().batchBytes() + " of rows a batch, and the row that passes that: "
                        + Quantity.grouped(rows) + " rows are " + fixed + " and " + bytes.growth() + ".";
    }

    private static String heap(StepModel step) {
        return step.settings().isolated().value()
                ? " Besides, a heap of " + step.settings().heapText() + " for each of its processes."
                : "";
    }
}
