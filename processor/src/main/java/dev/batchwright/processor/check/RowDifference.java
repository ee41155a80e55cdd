package dev.batchwright.processor.check;

import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one record has that another has not. */
final class RowDifference {

    private RowDifference() {}

    static String between(RowModel made, RowModel taken) {
        List<String> differences = new ArrayList<>();
        for (Component component : taken.shape().components()) {
            Optional<Component> same = find(made, component.name());
            String wanted = component.name() + ": " + TypeText.of(component.type());
            if (same.isEmpty()) {
                differences.add("lacks " + wanted);
            } else if (!same.get().type().equals(component.type())) {
                differences.add("has " + component.name() + ": "
                        + TypeText.of(same.get().type()) + " instead of " + wanted);
            }
        }
        for (Component component : made.shape().components()) {
            if (find(taken, component.name()).isEmpty()) {
                differences.add("has " + component.name() + ": " + TypeText.of(component.type()) + " besides");
            }
        }
        return differences.isEmpty() ? "" : " " + made.type().simpleName() + " " + String.join(", ", differences) + ".";
    }

    private static Optional<Component> find(RowModel row, String name) {
        return row.shape().components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst();
    }
}
