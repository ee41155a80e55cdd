package dev.batchwright.processor.read;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Shape;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The Java types of single values. */
final class ScalarTypes {

    private static final Map<String, ScalarKind> BY_NAME = Map.ofEntries(
            Map.entry("java.lang.Boolean", ScalarKind.BOOLEAN),
            Map.entry("java.lang.Byte", ScalarKind.BYTE),
            Map.entry("java.lang.Short", ScalarKind.SHORT),
            Map.entry("java.lang.Character", ScalarKind.CHAR),
            Map.entry("java.lang.Integer", ScalarKind.INT),
            Map.entry("java.lang.Long", ScalarKind.LONG),
            Map.entry("java.lang.Float", ScalarKind.FLOAT),
            Map.entry("java.lang.Double", ScalarKind.DOUBLE),
            Map.entry("java.lang.String", ScalarKind.STRING),
            Map.entry("java.math.BigDecimal", ScalarKind.DECIMAL),
            Map.entry("java.util.UUID", ScalarKind.UUID),
            Map.entry("java.time.Instant", ScalarKind.INSTANT),
            Map.entry("java.time.LocalDate", ScalarKind.DATE),
            Map.entry("java.time.LocalDateTime", ScalarKind.DATE_TIME),
            Map.entry("java.time.Duration", ScalarKind.DURATION));

    private ScalarTypes() {}

    static Shape primitive(TypeMirror type) {
        return new Shape.Scalar(TypeName.get(type), kind(type.getKind()));
    }

    static Shape array(ArrayType type) {
        TypeKind element = type.getComponentType().getKind();
        return element == TypeKind.BYTE
                ? new Shape.Scalar(TypeName.get(type), ScalarKind.BYTES)
                : new Shape.PrimitiveArray(TypeName.get(type), kind(element));
    }

    static Optional<Shape> declared(TypeMirror type, String qualifiedName) {
        return Optional.ofNullable(BY_NAME.get(qualifiedName)).map(kind -> new Shape.Scalar(TypeName.get(type), kind));
    }

    private static ScalarKind kind(TypeKind primitive) {
        return ScalarKind.valueOf(primitive.name());
    }
}
