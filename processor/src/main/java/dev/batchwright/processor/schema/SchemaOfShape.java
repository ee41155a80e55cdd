package dev.batchwright.processor.schema;

import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Shape;
import java.util.Locale;
import java.util.Optional;

/** The schema of a row in which nothing is wrong. */
final class SchemaOfShape {

    private SchemaOfShape() {}

    static SchemaType.Structure of(Shape.Structure record) {
        return new SchemaType.Structure(
                record.components().stream().map(SchemaOfShape::column).toList());
    }

    private static SchemaType.Column column(Component component) {
        return new SchemaType.Column(
                component.column(), of(component.shape()), component.nullable(), Optional.of(component.place()));
    }

    private static SchemaType of(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return new SchemaType.Single(name(scalar.kind()));
        }
        if (shape instanceof Shape.PrimitiveArray array) {
            return new SchemaType.PrimitiveArray(name(array.element()));
        }
        if (shape instanceof Shape.Enumeration constants) {
            return new SchemaType.Enumeration(constants.type().simpleName(), constants.constants());
        }
        if (shape instanceof Shape.Sequence list) {
            return new SchemaType.Sequence(of(list.element()), list.nullableElements(), list.distinct());
        }
        if (shape instanceof Shape.Mapping map) {
            return new SchemaType.Mapping(of(map.value()), map.nullableValues());
        }
        if (shape instanceof Shape.Maybe optional) {
            return new SchemaType.Maybe(of(optional.value()));
        }
        if (shape instanceof Shape.Structure record) {
            return of(record);
        }
        return new SchemaType.Union(((Shape.Union) shape)
                .variants().stream()
                        .map(variant -> new SchemaType.Variant(variant.name(), of(variant)))
                        .toList());
    }

    private static String name(ScalarKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
