package dev.batchwright.processor.read;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether generated code can make an object by itself. */
final class Constructors {

    private final Scope scope;

    Constructors(Scope scope) {
        this.scope = scope;
    }

    boolean isMadeWithoutArguments(TypeElement type, String fromPackage) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean inner = type.getEnclosingElement() instanceof TypeElement && !modifiers.contains(Modifier.STATIC);
        if (modifiers.contains(Modifier.ABSTRACT) || inner || !scope.isAccessible(type, fromPackage)) {
            return false;
        }
        boolean samePackage =
                scope.elements().getPackageOf(type).getQualifiedName().contentEquals(fromPackage);
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .filter(constructor -> constructor.getThrownTypes().isEmpty())
                .anyMatch(constructor -> isCallable(constructor, samePackage));
    }

    private static boolean isCallable(ExecutableElement constructor, boolean samePackage) {
        Set<Modifier> modifiers = constructor.getModifiers();
        return samePackage ? !modifiers.contains(Modifier.PRIVATE) : modifiers.contains(Modifier.PUBLIC);
    }

    /** A record is made without arguments only where it has nothing to be told. */
    boolean isStepMadeWithoutArguments(TypeElement type, String fromPackage) {
        boolean told = type.getKind() == ElementKind.RECORD
                && !type.getRecordComponents().isEmpty();
        return !told && isMadeWithoutArguments(type, fromPackage);
    }
}
