package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Codec;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Shape;
import dev.batchwright.processor.model.TypeText;

/** Every value of a row has a column type. */
final class ColumnTypes implements RowCheck {

    @Override
    public void check(RowModel row, Problems problems) {
        for (ColumnWalk.Found value : ColumnWalk.of(row)) {
            boolean isSaidOfCodec =
                    value.component().codec().flatMap(Codec::obstacle).isPresent();
            if (!isSaidOfCodec) {
                check(value, row, problems);
            }
        }
    }

    private static void check(ColumnWalk.Found value, RowModel row, Problems problems) {
        Shape shape = value.shape();
        if (shape instanceof Shape.Unsupported unsupported) {
            report(value, unsupported.reason(), problems);
        } else if (shape instanceof Shape.Recursion) {
            String name = row.type().simpleName();
            problems.report(
                    Message.RECURSIVE_ROW, value.component().place(), value.path(), TypeText.of(shape.type()), name);
        } else if (shape instanceof Shape.Maybe && value.nullable()) {
            report(value, "it could be null or empty, which are stored alike; remove @Nullable", problems);
        } else if (shape instanceof Shape.Maybe optional && optional.value() instanceof Shape.Maybe) {
            report(value, "an empty optional within an optional is lost; use one optional", problems);
        }
    }

    private static void report(ColumnWalk.Found value, String reason, Problems problems) {
        String type = TypeText.of(value.shape().type());
        problems.report(Message.COLUMN_TYPE_UNSUPPORTED, value.component().place(), value.path(), type, reason);
    }
}
