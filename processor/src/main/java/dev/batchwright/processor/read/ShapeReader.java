package dev.batchwright.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Shape;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out how the values of a type are stored, seen from one package. Used for one row or key. */
final class ShapeReader {

    private final Scope scope;
    private final String fromPackage;
    private final Place user;
    private final Deque<String> open = new ArrayDeque<>();

    ShapeReader(Scope scope, String fromPackage, Place user) {
        this.scope = scope;
        this.fromPackage = fromPackage;
        this.user = user;
    }

    Shape read(TypeMirror type, String usage, Place place) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> ScalarTypes.primitive(type);
            case ARRAY -> array((ArrayType) type, usage, place);
            case DECLARED -> declared((DeclaredType) type, usage, place);
            case ERROR -> throw MissingTypes.missing(type, usage, place);
            default -> unsupported(type, "it is not one type but a variable; write the type");
        };
    }

    Shape.Structure structure(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        open.push(TypeName.get(type).toString());
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            components.add(component(type, component));
        }
        open.pop();
        return new Shape.Structure(TypeName.get(type), element.getSimpleName().toString(), components);
    }

    private Component component(DeclaredType owner, RecordComponentElement component) {
        TypeMirror type = Nullness.accessorOf(component)
                .filter(accessor -> !owner.getTypeArguments().isEmpty())
                .map(accessor -> (ExecutableType) scope.types().asMemberOf(owner, accessor))
                .map(ExecutableType::getReturnType)
                .orElseGet(() -> Nullness.annotatedType(component));
        return new ComponentReader(scope, this, fromPackage)
                .read(component, type, owner.asElement().getSimpleName().toString(), user);
    }

    private Shape array(ArrayType type, String usage, Place place) {
        TypeMirror element = type.getComponentType();
        if (element.getKind() == TypeKind.ERROR) {
            throw MissingTypes.missing(element, usage, place);
        }
        if (!element.getKind().isPrimitive()) {
            return unsupported(type, "arrays hold only primitives; use List<" + simple(element) + ">");
        }
        return ScalarTypes.array(type);
    }

    private Shape declared(DeclaredType type, String usage, Place place) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        return ScalarTypes.declared(type, name).orElseGet(() -> switch (name) {
            case "java.util.List", "java.util.Set", "java.util.Optional", "java.util.Map" ->
                container(type, name, usage, place);
            default -> own(type, element, usage, place);
        });
    }

    private Shape container(DeclaredType type, String name, String usage, Place place) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty()) {
            return unsupported(type, "it says not of what; write its type arguments");
        }
        TypeMirror last = arguments.get(arguments.size() - 1);
        boolean nullable = Nullness.isMarked(last);
        Shape held = read(last, usage, place);
        TypeName typeName = TypeName.get(type);
        return switch (name) {
            case "java.util.List" -> new Shape.Sequence(typeName, held, nullable, false);
            case "java.util.Set" -> new Shape.Sequence(typeName, held, nullable, true);
            case "java.util.Optional" -> new Shape.Maybe(typeName, held);
            default ->
                TypeName.get(arguments.get(0)).toString().equals("java.lang.String")
                        ? new Shape.Mapping(typeName, held, nullable)
                        : unsupported(type, "the keys of a map are strings; use a List of records");
        };
    }

    private Shape own(DeclaredType type, TypeElement element, String usage, Place place) {
        if (!isStorable(element)) {
            return unsupported(type, "it is no column type; use @Column(codec = ...) with a ColumnCodec for it");
        }
        if (!scope.isAccessible(element, fromPackage)) {
            return unsupported(type, "generated code in package " + fromPackage + " cannot see it; make it public");
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new Shape.Enumeration(ClassName.get(element), constants(element));
        }
        if (open.contains(TypeName.get(type).toString())) {
            return new Shape.Recursion(TypeName.get(type));
        }
        if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
            return unsupported(type, "it is raw; write its type arguments");
        }
        return element.getKind() == ElementKind.RECORD ? structure(type) : union(type, element, usage, place);
    }

    private static boolean isStorable(TypeElement element) {
        return switch (element.getKind()) {
            case RECORD, ENUM -> true;
            case INTERFACE -> element.getModifiers().contains(Modifier.SEALED);
            default -> false;
        };
    }

    private Shape union(DeclaredType type, TypeElement element, String usage, Place place) {
        if (!element.getTypeParameters().isEmpty()) {
            return unsupported(type, "a sealed interface with type parameters has no fixed records; remove them");
        }
        open.push(TypeName.get(type).toString());
        List<Shape.Structure> variants = new ArrayList<>();
        for (TypeMirror permitted : element.getPermittedSubclasses()) {
            if (isGeneric(permitted)) {
                open.pop();
                return unsupported(
                        type, "it permits " + simple(permitted) + ", which has type parameters; remove them");
            }
            Shape variant = read(permitted, usage, place);
            if (variant instanceof Shape.Structure structure) {
                variants.add(structure);
            } else if (variant instanceof Shape.Union nested) {
                variants.addAll(nested.variants());
            } else {
                open.pop();
                return variant instanceof Shape.Recursion
                        ? variant
                        : unsupported(type, "it permits " + simple(permitted) + ", which is not a record");
            }
        }
        open.pop();
        long names = variants.stream().map(Shape.Structure::name).distinct().count();
        return names < variants.size()
                ? unsupported(type, "two of its records have the same simple name; rename one")
                : new Shape.Union(TypeName.get(type), element.getSimpleName().toString(), List.copyOf(variants));
    }

    private static boolean isGeneric(TypeMirror permitted) {
        return permitted instanceof DeclaredType declared
                && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
    }

    private static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Shape unsupported(TypeMirror type, String reason) {
        return new Shape.Unsupported(TypeName.get(type), reason);
    }

    private static String simple(TypeMirror type) {
        return TypeText.of(TypeName.get(type));
    }
}
