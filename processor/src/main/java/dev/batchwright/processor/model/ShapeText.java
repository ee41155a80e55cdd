package dev.batchwright.processor.model;

import java.util.Locale;
import java.util.stream.Collectors;

/** Column types as text, in the form of {@code dev.batchwright.schema.ColumnType.describe()}. */
public final class ShapeText {

    private ShapeText() {}

    public static String of(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return of(scalar.kind());
        }
        if (shape instanceof Shape.PrimitiveArray array) {
            return "array<" + of(array.element()) + ">";
        }
        if (shape instanceof Shape.Sequence list) {
            return (list.distinct() ? "set<" : "list<") + of(list.element()) + (list.nullableElements() ? "?>" : ">");
        }
        if (shape instanceof Shape.Mapping map) {
            return "map<" + of(map.value()) + (map.nullableValues() ? "?>" : ">");
        }
        if (shape instanceof Shape.Maybe optional) {
            return "optional<" + of(optional.value()) + ">";
        }
        if (shape instanceof Shape.Enumeration constants) {
            return "enum " + constants.type().simpleName() + "(" + String.join(",", constants.constants()) + ")";
        }
        if (shape instanceof Shape.Structure structure) {
            return structure.components().stream().map(ShapeText::of).collect(Collectors.joining(",", "{", "}"));
        }
        return ((Shape.Union) shape)
                .variants().stream()
                        .map(variant -> variant.name() + of(variant))
                        .collect(Collectors.joining("|", "union(", ")"));
    }

    private static String of(Component component) {
        return component.column() + ":" + of(component.shape()) + (component.nullable() ? "?" : "");
    }

    private static String of(ScalarKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
