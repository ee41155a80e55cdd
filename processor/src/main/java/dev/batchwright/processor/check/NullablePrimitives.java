package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.TypeText;

/** A primitive is never null. */
final class NullablePrimitives implements RowCheck {

    @Override
    public void check(RowModel row, Problems problems) {
        for (ColumnWalk.Found value : ColumnWalk.of(row)) {
            Component component = value.component();
            if (value.isComponent() && component.nullable() && component.type().isPrimitive()) {
                problems.report(
                        Message.NULLABLE_PRIMITIVE_COLUMN,
                        component.place(),
                        value.path(),
                        component.type(),
                        TypeText.of(component.type().box()));
            }
        }
    }
}
