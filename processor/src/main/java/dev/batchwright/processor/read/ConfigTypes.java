package dev.batchwright.processor.read;

import dev.batchwright.processor.diagnostics.Place;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Which types have a text that says all of a value and is the same in every run. */
final class ConfigTypes {

    private static final Set<String> VALUES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.String",
            "java.lang.Class",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.nio.charset.Charset",
            "java.nio.file.Path",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.MonthDay",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZoneId",
            "java.time.ZoneOffset",
            "java.time.ZonedDateTime",
            "java.util.Locale",
            "java.util.UUID");

    private static final Set<String> CONTAINERS = Set.of("java.util.List", "java.util.Set", "java.util.Optional");

    private final Scope scope;
    private final String owner;
    private final Place place;

    ConfigTypes(Scope scope, String owner, Place place) {
        this.scope = scope;
        this.owner = owner;
        this.place = place;
    }

    boolean isPlain(TypeMirror type) {
        if (type instanceof PrimitiveType) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return isPlain(array.getComponentType());
        }
        if (type.getKind() == TypeKind.ERROR) {
            throw MissingTypes.missing(type, "it is used by " + owner, place);
        }
        return type instanceof DeclaredType declared && isPlain(declared);
    }

    private boolean isPlain(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        if (element.getKind() == ElementKind.ENUM || VALUES.contains(name)) {
            return true;
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (CONTAINERS.contains(name) && !arguments.isEmpty()) {
            return isPlainArgument(arguments.get(0));
        }
        return name.equals("java.util.Map")
                && !arguments.isEmpty()
                && isString(arguments.get(0))
                && isPlainArgument(arguments.get(1));
    }

    private boolean isPlainArgument(TypeMirror type) {
        return !(type instanceof WildcardType) && isPlain(type);
    }

    private boolean isString(TypeMirror type) {
        TypeElement string = scope.elements().getTypeElement("java.lang.String");
        return scope.types().isSameType(type, string.asType());
    }
}
