package dev.batchwright.processor.read;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Setting;
import dev.batchwright.processor.model.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads row records; those with a source once in each round, since several steps may have one row. */
public final class RowReader {

    private final Scope scope;
    private final Map<TypeElement, RowModel> known = new HashMap<>();
    private int round;

    public RowReader(Scope scope) {
        this.scope = scope;
    }

    /** Why a type is not a row, as the rest of a sentence; empty if it is one. */
    public static Optional<String> obstacle(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return Optional.of("is not a record");
        }
        return type.getTypeParameters().isEmpty() ? Optional.empty() : Optional.of("has type parameters");
    }

    /** Reads a record; what is wrong with it is said at a place of its user if it comes from a class file. */
    public RowModel read(TypeElement type, Place user) {
        if (!scope.hasSource(type)) {
            return fromClassFile(read(type, false, user));
        }
        if (round != scope.rounds()) {
            known.clear();
            round = scope.rounds();
        }
        RowModel row = known.get(type);
        if (row == null) {
            row = read(type, true, Place.of(type));
            known.put(type, row);
        }
        return row;
    }

    private RowModel read(TypeElement type, boolean inSources, Place place) {
        ClassName name = ClassName.get(type);
        Optional<AnnotationReader> row = AnnotationReader.find(type, "Row");
        ShapeReader shapes = new ShapeReader(scope, name.packageName(), place);
        Shape.Structure shape = shapes.structure((DeclaredType) type.asType());
        Setting<String> schemaName = text(row, "name", "", place);
        if (!schemaName.value().isEmpty()) {
            shape = new Shape.Structure(shape.type(), schemaName.value(), shape.components());
        }
        return new RowModel(
                name,
                scope.description(type),
                shape,
                text(row, "format", "auto", place),
                text(row, "compression", "auto", place),
                Scope.throughout(type, Modifier.PUBLIC),
                Scope.hider(type).map(hider -> hider.getSimpleName().toString()),
                inSources,
                false,
                place);
    }

    /** Only asked of rows from class files: of others, a stale serializer may lie in the output folder. */
    private RowModel fromClassFile(RowModel row) {
        return new RowModel(
                row.type(),
                row.description(),
                row.shape(),
                row.format(),
                row.compression(),
                row.isPublic(),
                row.obstacle(),
                false,
                scope.find(row.serializer().canonicalName()).isPresent(),
                row.place());
    }

    private static Setting<String> text(
            Optional<AnnotationReader> annotation, String attribute, String byDefault, Place place) {
        return annotation
                .map(row -> row.setting(attribute, String.class, byDefault))
                .orElseGet(() -> new Setting<>(byDefault, false, place));
    }
}
