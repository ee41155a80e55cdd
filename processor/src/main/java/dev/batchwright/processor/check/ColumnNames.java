package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import java.util.HashMap;
import java.util.Map;

/** No two components of a record have one column name. */
final class ColumnNames implements RowCheck {

    @Override
    public void check(RowModel row, Problems problems) {
        Map<String, String> pathByColumn = new HashMap<>();
        for (ColumnWalk.Found value : ColumnWalk.of(row)) {
            if (value.isComponent()) {
                Component component = value.component();
                String record = value.path().substring(0, value.path().lastIndexOf('.') + 1);
                String other = pathByColumn.putIfAbsent(record + component.column(), value.path());
                if (other != null) {
                    problems.report(
                            Message.COLUMN_NAME_CLASH, component.place(), other, value.path(), component.column());
                }
            }
        }
    }
}
