package dev.batchwright.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Shape;
import dev.batchwright.processor.model.StepInterface;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;
import dev.batchwright.processor.model.TypeArgument;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads step classes. */
public final class StepReader {

    private final Scope scope;
    private final RowReader rows;

    public StepReader(Scope scope, RowReader rows) {
        this.scope = scope;
        this.rows = rows;
    }

    /** Whether a class is marked as a step. */
    public static boolean isStep(TypeElement type) {
        return AnnotationReader.find(type, "Step").isPresent();
    }

    /** Reads a step for use by its own batch manager. */
    public StepModel read(TypeElement type) {
        return read(type, packageOf(type), Place.of(type));
    }

    /** Reads a step for use by generated code of a package, with a place for what cannot stand at the step itself. */
    StepModel read(TypeElement type, String fromPackage, Place user) {
        Place place = scope.hasSource(type) ? Place.of(type) : user;
        StepSettings settings = new SettingsReader(type).read();
        SentFields sent = new SentFields(scope, type, place);
        return new StepModel(
                ClassName.get(type),
                scope.description(type),
                settings,
                interfaces(type, place),
                new ConfigReader(scope, type, place).read(),
                obstacle(type),
                Scope.throughout(type, Modifier.PUBLIC),
                new Constructors(scope).isStepMadeWithoutArguments(type, fromPackage),
                sent.isSendable(type),
                settings.isolated().value() ? sent.read() : List.of(),
                scope.hasSource(type),
                place);
    }

    private String packageOf(TypeElement type) {
        return scope.elements().getPackageOf(type).getQualifiedName().toString();
    }

    private List<StepInterface> interfaces(TypeElement type, Place place) {
        List<StepInterface> found = new ArrayList<>();
        List<DeclaredType> supertypes = new Supertypes(scope)
                .find(
                        type,
                        each -> StepKind.of(each.getQualifiedName().toString()).isPresent());
        for (DeclaredType supertype : supertypes) {
            TypeElement element = (TypeElement) supertype.asElement();
            StepKind kind = StepKind.of(element.getQualifiedName().toString()).orElseThrow();
            found.add(new StepInterface(kind, arguments(kind, supertype, type, place)));
        }
        return found;
    }

    private List<TypeArgument> arguments(StepKind kind, DeclaredType supertype, TypeElement step, Place place) {
        List<TypeArgument> arguments = new ArrayList<>();
        String usage = step.getSimpleName() + " names it as a type argument of " + kind.simpleName();
        for (TypeMirror argument : supertype.getTypeArguments()) {
            boolean isKey = kind.isKey(arguments.size());
            arguments.add(isKey ? key(argument, step, usage, place) : row(argument, usage, place));
        }
        return arguments;
    }

    private TypeArgument key(TypeMirror type, TypeElement step, String usage, Place place) {
        MissingTypes.check(type, usage, place);
        String text = TypeText.of(TypeName.get(type));
        if (isOpen(type)) {
            return new TypeArgument(text, true, Optional.empty(), Optional.empty(), "");
        }
        Shape shape = new ShapeReader(scope, packageOf(step), place).read(type, usage, place);
        return new TypeArgument(text, false, Optional.empty(), Optional.of(shape), "");
    }

    private TypeArgument row(TypeMirror type, String usage, Place place) {
        MissingTypes.check(type, usage, place);
        String text = TypeText.of(TypeName.get(type));
        if (isOpen(type)) {
            return new TypeArgument(text, true, Optional.empty(), Optional.empty(), "");
        }
        if (!(type instanceof DeclaredType declared)) {
            return new TypeArgument(text, false, Optional.empty(), Optional.empty(), "is not a record");
        }
        TypeElement element = (TypeElement) declared.asElement();
        Optional<String> obstacle = RowReader.obstacle(element);
        Optional<RowModel> row = obstacle.isPresent() ? Optional.empty() : Optional.of(rows.read(element, place));
        return new TypeArgument(text, false, row, Optional.empty(), obstacle.orElse(""));
    }

    private static boolean isOpen(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.WILDCARD;
    }

    private static Optional<StepModel.Obstacle> obstacle(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return obstacle("is not a class", "Make it a record or a class.");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return obstacle("is abstract", "Mark a class that extends it with @Step instead.");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return obstacle("has type parameters", "Extend it with the types in place and mark that class with @Step.");
        }
        if (type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)) {
            return obstacle("is an inner class", "Make it static.");
        }
        return Scope.hider(type)
                .flatMap(hider -> obstacle(
                        hider.equals(type) ? "is private" : "is inside private " + hider.getSimpleName(),
                        "Remove private."));
    }

    private static Optional<StepModel.Obstacle> obstacle(String reason, String fix) {
        return Optional.of(new StepModel.Obstacle(reason, fix));
    }
}
