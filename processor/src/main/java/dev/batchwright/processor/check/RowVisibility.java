package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.RowModel;

/** Generated code can name the row, and the row has something to store. */
final class RowVisibility implements RowCheck {

    @Override
    public void check(RowModel row, Problems problems) {
        row.obstacle()
                .ifPresent(hider -> problems.report(
                        Message.ROW_NOT_ACCESSIBLE,
                        row.place(),
                        row.type().simpleName(),
                        row.type().packageName(),
                        row.serializer().simpleName(),
                        hider + " is private; remove private."));
        if (row.shape().components().isEmpty()) {
            problems.report(Message.ROW_WITHOUT_COLUMNS, row.place(), row.type().simpleName());
        }
    }
}
