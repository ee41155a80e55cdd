package dev.batchwright.processor.read;

import dev.batchwright.processor.diagnostics.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Walks the supertypes of a class with their type arguments in place. */
final class Supertypes {

    private final Scope scope;

    Supertypes(Scope scope) {
        this.scope = scope;
    }

    /** The supertypes of a class that satisfy a condition, each interface once. */
    List<DeclaredType> find(TypeElement type, Predicate<TypeElement> wanted) {
        List<DeclaredType> found = new ArrayList<>();
        collect((DeclaredType) type.asType(), type, wanted, found);
        return found;
    }

    private void collect(DeclaredType type, TypeElement user, Predicate<TypeElement> wanted, List<DeclaredType> found) {
        requirePresent((TypeElement) type.asElement(), user);
        for (TypeMirror supertype : scope.types().directSupertypes(type)) {
            DeclaredType declared = (DeclaredType) supertype;
            TypeElement element = (TypeElement) declared.asElement();
            boolean known = found.stream().anyMatch(each -> each.asElement().equals(element));
            if (wanted.test(element) && !known) {
                found.add(declared);
            }
            collect(declared, user, wanted, found);
        }
    }

    private static void requirePresent(TypeElement type, TypeElement user) {
        List<TypeMirror> named = new ArrayList<>(type.getInterfaces());
        named.add(type.getSuperclass());
        for (TypeMirror supertype : named) {
            if (supertype.getKind() == TypeKind.ERROR) {
                throw MissingTypes.missing(
                        supertype, type.getSimpleName() + " extends or implements it", Place.of(user));
            }
        }
    }
}
