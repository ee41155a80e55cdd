package dev.batchwright.processor.read;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.StepModel.Unsendable;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what an isolated step holds that can never be sent to its process: objects of classes that are not serializable and that no
 * serializable class extends. Of what an interface or another class stands for, only a run can tell.
 */
final class SentFields {

    private static final String PATH = "java.nio.file.Path";
    private static final String PATH_FIX = "Keep its text or a java.io.File.";
    private static final String FIX = "Make that class Serializable, or open it in open(StepContext).";

    private final Scope scope;
    private final TypeElement step;
    private final Place place;
    private final TypeMirror serializable;
    private final Set<TypeElement> open = new HashSet<>();
    private final List<Unsendable> found = new ArrayList<>();

    SentFields(Scope scope, TypeElement step, Place place) {
        this.scope = scope;
        this.step = step;
        this.place = place;
        this.serializable =
                scope.elements().getTypeElement("java.io.Serializable").asType();
    }

    boolean isSendable(TypeElement type) {
        return scope.types().isSubtype(scope.types().erasure(type.asType()), serializable);
    }

    List<Unsendable> read() {
        fieldsOf((DeclaredType) step.asType(), step.getSimpleName().toString());
        return found;
    }

    private void fieldsOf(DeclaredType type, String path) {
        TypeElement element = (TypeElement) type.asElement();
        if (!isSendable(element) || writesItself(element) || !open.add(element)) {
            return;
        }
        if (element.getSuperclass() instanceof DeclaredType superclass) {
            fieldsOf(superclass, path);
        }
        for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
            Set<Modifier> modifiers = field.getModifiers();
            if (!modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.TRANSIENT)) {
                Place at = scope.hasSourceOf(field) ? Place.of(field) : place;
                check(scope.types().asMemberOf(type, field), path + "." + field.getSimpleName(), at);
            }
        }
        open.remove(element);
    }

    /** Such a class need not write its fields. */
    private static boolean writesItself(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .map(method -> method.getSimpleName().toString())
                .anyMatch(name ->
                        name.equals("writeObject") || name.equals("writeReplace") || name.equals("writeExternal"));
    }

    private void check(TypeMirror type, String path, Place at) {
        if (type instanceof ArrayType array) {
            check(array.getComponentType(), path, at);
        }
        if (!(type instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)
                || element.getKind() == ElementKind.ENUM) {
            return;
        }
        boolean isPath = element.getQualifiedName().contentEquals(PATH);
        if (isPath || (element.getModifiers().contains(Modifier.FINAL) && !isSendable(element))) {
            found.add(new Unsendable(path, TypeText.of(TypeName.get(type)), isPath ? PATH_FIX : FIX, at));
        } else if (element.getKind() == ElementKind.RECORD) {
            fieldsOf(declared, path);
        } else if (scope.elements().getPackageOf(element).getQualifiedName().contentEquals("java.util")) {
            declared.getTypeArguments().forEach(argument -> check(argument, path, at)); // what a collection holds
        }
    }
}
