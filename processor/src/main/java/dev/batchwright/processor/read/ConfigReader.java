package dev.batchwright.processor.read;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.ConfigValue;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the configuration of a step: the components of a record, the marked fields of a class and of the classes it extends. */
final class ConfigReader {

    private static final String RESOURCE_FIX =
            "Mark it @Resource if it is not configuration, or use a type with a value.";

    private final Scope scope;
    private final TypeElement step;
    private final Place place;
    private final List<String> open = new ArrayList<>();

    ConfigReader(Scope scope, TypeElement step, Place place) {
        this.scope = scope;
        this.step = step;
        this.place = place;
    }

    List<ConfigValue> read() {
        return step.getKind() == ElementKind.RECORD ? components((DeclaredType) step.asType(), "") : fields(step);
    }

    private List<ConfigValue> components(DeclaredType record, String prefix) {
        List<ConfigValue> values = new ArrayList<>();
        TypeElement element = (TypeElement) record.asElement();
        for (RecordComponentElement component : element.getRecordComponents()) {
            boolean isResource = prefix.isEmpty()
                    && AnnotationReader.find(component, "Resource").isPresent();
            if (!isResource) {
                TypeMirror type = Nullness.accessorOf(component)
                        .map(accessor -> (ExecutableType) scope.types().asMemberOf(record, accessor))
                        .map(ExecutableType::getReturnType)
                        .orElseGet(component::asType);
                String name = component.getSimpleName().toString();
                values.add(value(type, prefix + name, name + "()", placeOf(Nullness.fieldOf(component))));
            }
        }
        return values;
    }

    private List<ConfigValue> fields(TypeElement type) {
        List<ConfigValue> values = new ArrayList<>();
        if (type.getSuperclass() instanceof DeclaredType superclass) {
            values.addAll(fields((TypeElement) superclass.asElement()));
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (AnnotationReader.find(field, "Config").isPresent()) {
                values.add(field(field));
            }
        }
        return values;
    }

    private ConfigValue field(VariableElement field) {
        String name = field.getSimpleName().toString();
        TypeMirror type = scope.types().asMemberOf((DeclaredType) step.asType(), field);
        if (isReadable(field)) {
            return value(type, name, name, placeOf(field));
        }
        boolean hasMethod = ElementFilter.methodsIn(scope.elements().getAllMembers(step)).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().isEmpty()
                        && scope.types().isSameType(method.getReturnType(), type)
                        && isReadable(method));
        if (hasMethod) {
            return value(type, name, name + "()", placeOf(field));
        }
        String fix = "Generated code cannot read it: make it package-private, or add a method " + name + "().";
        return new ConfigValue.Unfit(name, name, step.getSimpleName().toString(), "private field", fix, placeOf(field));
    }

    private boolean isReadable(Element member) {
        if (member.getModifiers().contains(Modifier.PUBLIC)) {
            return true;
        }
        return !member.getModifiers().contains(Modifier.PRIVATE)
                && scope.elements().getPackageOf(member).equals(scope.elements().getPackageOf(step));
    }

    private ConfigValue value(TypeMirror type, String name, String access, Place at) {
        MissingTypes.check(type, "it is used by " + step.getSimpleName() + "." + name, at);
        if (new ConfigTypes(scope, step.getSimpleName() + "." + name, at).isPlain(type)) {
            return new ConfigValue.Plain(name, access);
        }
        if (!(type instanceof DeclaredType declared)) {
            return unfit(type, name, access, at);
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (element.getQualifiedName().contentEquals("java.util.regex.Pattern")) {
            List<ConfigValue> parts = List.of(
                    new ConfigValue.Plain(name + ".pattern", "pattern()"),
                    new ConfigValue.Plain(name + ".flags", "flags()"));
            return new ConfigValue.Group(name, access, TypeName.get(type), parts);
        }
        String key = TypeName.get(type).toString();
        String fromPackage =
                scope.elements().getPackageOf(step).getQualifiedName().toString();
        boolean usable = element.getKind() == ElementKind.RECORD
                && scope.isAccessible(element, fromPackage)
                && !open.contains(key);
        if (!usable) {
            return unfit(type, name, access, at);
        }
        open.add(key);
        List<ConfigValue> values = components(declared, name + ".");
        open.remove(key);
        return new ConfigValue.Group(name, access, TypeName.get(type), values);
    }

    private ConfigValue unfit(TypeMirror type, String name, String access, Place at) {
        String owner = step.getSimpleName().toString();
        return new ConfigValue.Unfit(name, access, owner, TypeText.of(TypeName.get(type)), RESOURCE_FIX, at);
    }

    private Place placeOf(Element member) {
        return scope.hasSourceOf(member) ? Place.of(member) : place;
    }
}
