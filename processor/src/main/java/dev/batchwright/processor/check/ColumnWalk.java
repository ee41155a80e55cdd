package dev.batchwright.processor.check;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that a row is made of, in order: its components and what they hold, each nested record once. */
final class ColumnWalk {

    private final List<Found> found = new ArrayList<>();
    private final Set<TypeName> seen = new HashSet<>();

    private ColumnWalk() {}

    /**
     * A value somewhere in a row.
     *
     * @param path from the row, such as {@code Document.meta.tags}
     * @param shape how it is stored
     * @param nullable whether it may be null
     * @param isComponent whether it is a component itself rather than something in it
     * @param component the component that it is or is in
     */
    record Found(String path, Shape shape, boolean nullable, boolean isComponent, Component component) {}

    static List<Found> of(RowModel row) {
        ColumnWalk walk = new ColumnWalk();
        walk.structure(row.shape(), row.type().simpleName());
        return walk.found;
    }

    private void structure(Shape.Structure structure, String path) {
        if (seen.add(structure.type())) {
            for (Component component : structure.components()) {
                String name = path + "." + component.name();
                add(new Found(name, component.shape(), component.nullable(), true, component));
            }
        }
    }

    private void add(Found value) {
        found.add(value);
        Shape shape = value.shape();
        if (shape instanceof Shape.Sequence list) {
            addHeld(value, list.element(), list.nullableElements());
        } else if (shape instanceof Shape.Mapping map) {
            addHeld(value, map.value(), map.nullableValues());
        } else if (shape instanceof Shape.Maybe optional) {
            addHeld(value, optional.value(), false);
        } else if (shape instanceof Shape.Structure structure) {
            structure(structure, value.path());
        } else if (shape instanceof Shape.Union union) {
            union.variants().forEach(variant -> structure(variant, value.path() + "." + variant.name()));
        }
    }

    private void addHeld(Found holder, Shape held, boolean nullable) {
        add(new Found(holder.path(), held, nullable, false, holder.component()));
    }
}
