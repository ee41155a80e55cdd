package dev.batchwright.processor.read;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.Codec;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.NullMark;
import dev.batchwright.processor.model.Shape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one component of a record, with what {@code @Column} says of it. */
final class ComponentReader {

    private final Scope scope;
    private final ShapeReader shapes;
    private final String fromPackage;

    ComponentReader(Scope scope, ShapeReader shapes, String fromPackage) {
        this.scope = scope;
        this.shapes = shapes;
        this.fromPackage = fromPackage;
    }

    Component read(RecordComponentElement component, TypeMirror type, String record, Place user) {
        String name = component.getSimpleName().toString();
        boolean inSources = scope.hasSourceOf(component);
        Place place = inSources ? Place.of(Nullness.fieldOf(component)) : user;
        String usage = "it is used by " + record + "." + name;
        Optional<AnnotationReader> annotation = AnnotationReader.find(component, "Column");
        Optional<AnnotationValue> codecClass = annotation.flatMap(column -> column.value("codec"));
        Nullness nullness = new Nullness(component, type);
        boolean nullable = nullness.isNullable();
        Optional<NullMark> nullMark = nullness.mark(mark -> scope.isAccessible(mark, fromPackage));
        String column = annotation
                .map(each -> each.setting("name", String.class, "").value())
                .filter(given -> !given.isEmpty())
                .orElse(name);
        MissingTypes.check(type, usage, place);
        TypeName typeName = TypeName.get(type);
        if (codecClass.isEmpty()) {
            Shape shape = shapes.read(type, usage, place);
            return new Component(name, typeName, column, shape, nullable, nullMark, Optional.empty(), place);
        }
        return coded(
                new Component(
                        name,
                        typeName,
                        column,
                        new Shape.Unsupported(typeName, ""),
                        nullable,
                        nullMark,
                        Optional.of(new Codec(typeName, Optional.empty(), place)),
                        place),
                type,
                codecClass.get(),
                usage);
    }

    private Component coded(Component component, TypeMirror type, AnnotationValue codecClass, String usage) {
        Place place = component.codec().orElseThrow().place();
        if (!(codecClass.getValue() instanceof TypeMirror codec) || codec.getKind() == TypeKind.ERROR) {
            throw new MissingTypeException(String.valueOf(codecClass.getValue()), usage + " as a codec", place);
        }
        if (!(codec instanceof DeclaredType declared)) {
            return with(component, TypeName.get(codec), "it is not a class that implements ColumnCodec");
        }
        TypeElement element = (TypeElement) declared.asElement();
        List<DeclaredType> interfaces = new Supertypes(scope)
                .find(element, each -> each.getQualifiedName().contentEquals("dev.batchwright.ColumnCodec"));
        if (interfaces.isEmpty() || interfaces.get(0).getTypeArguments().isEmpty()) {
            return with(component, TypeName.get(codec), "it does not implement ColumnCodec with type arguments");
        }
        TypeMirror value = interfaces.get(0).getTypeArguments().get(0);
        TypeMirror boxed = type.getKind().isPrimitive()
                ? scope.types()
                        .boxedClass(scope.types().getPrimitiveType(type.getKind()))
                        .asType()
                : type;
        if (!scope.types().isSameType(value, boxed)) {
            return with(
                    component,
                    TypeName.get(codec),
                    "it is a codec of " + value + ", but the component is a " + boxed + "; name a codec of that type");
        }
        if (!new Constructors(scope).isMadeWithoutArguments(element, fromPackage)) {
            return with(
                    component,
                    TypeName.get(codec),
                    "generated code cannot make one; give it a constructor without parameters that package "
                            + fromPackage + " can call");
        }
        Shape stored = shapes.read(interfaces.get(0).getTypeArguments().get(1), usage, component.place());
        return with(component, new Codec(TypeName.get(codec), Optional.empty(), place), stored);
    }

    private static Component with(Component component, TypeName codec, String obstacle) {
        Place place = component.codec().orElseThrow().place();
        return with(component, new Codec(codec, Optional.of(obstacle), place), component.shape());
    }

    private static Component with(Component component, Codec codec, Shape shape) {
        return new Component(
                component.name(),
                component.type(),
                component.column(),
                shape,
                component.nullable(),
                component.nullMark(),
                Optional.of(codec),
                component.place());
    }
}
