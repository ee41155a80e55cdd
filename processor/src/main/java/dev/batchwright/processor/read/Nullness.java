package dev.batchwright.processor.read;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.model.NullMark;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Whether null is allowed: any annotation called {@code Nullable} says so, on the component or on its type. */
final class Nullness {

    private final List<TypeElement> marks;

    /** Looks at a component and its type, also where the compiler keeps annotations of either that it does not keep there. */
    Nullness(RecordComponentElement component, TypeMirror type) {
        Stream<AnnotatedConstruct> sites =
                Stream.of(component, component.asType(), fieldOf(component).asType(), type);
        this.marks = Stream.concat(accessorOf(component).stream(), sites)
                .flatMap(Nullness::marks)
                .toList();
    }

    boolean isNullable() {
        return !marks.isEmpty();
    }

    /** The annotation that says so, where it can say the same of a method; it has to be one that generated code can name. */
    Optional<NullMark> mark(Predicate<TypeElement> isAccessible) {
        return marks.stream()
                .filter(isAccessible)
                .flatMap(annotation -> mark(annotation).stream())
                .findFirst();
    }

    private static Optional<NullMark> mark(TypeElement annotation) {
        Optional<Set<ElementType>> targets =
                Optional.ofNullable(annotation.getAnnotation(Target.class)).map(target -> Set.of(target.value()));
        boolean isOnMethods =
                targets.map(each -> each.contains(ElementType.METHOD)).orElse(true);
        boolean isOnTypes =
                targets.map(each -> each.contains(ElementType.TYPE_USE)).orElse(false);
        return isOnMethods || isOnTypes
                ? Optional.of(new NullMark(ClassName.get(annotation), !isOnMethods))
                : Optional.empty();
    }

    static boolean isMarked(AnnotatedConstruct construct) {
        return marks(construct).findAny().isPresent();
    }

    private static Stream<TypeElement> marks(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
                .filter(annotation -> annotation.getSimpleName().contentEquals("Nullable"));
    }

    /** None where the component has a name that no component may have, which the compiler says by itself. */
    static Optional<ExecutableElement> accessorOf(RecordComponentElement component) {
        return Optional.ofNullable(component.getAccessor());
    }

    /**
     * The component's type with its annotations. They may be missing from the component itself, but
     * not from the field behind it.
     */
    static TypeMirror annotatedType(RecordComponentElement component) {
        return fieldOf(component).asType();
    }

    /** The field behind a component. Unlike the component, it has a position in the source that the compiler can report. */
    static Element fieldOf(RecordComponentElement component) {
        for (VariableElement field : ElementFilter.fieldsIn(
                Objects.requireNonNull(component.getEnclosingElement()).getEnclosedElements())) {
            if (field.getSimpleName().contentEquals(component.getSimpleName())) {
                return field;
            }
        }
        return component;
    }
}
