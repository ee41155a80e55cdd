package dev.batchwright.processor.read;

import java.util.List;
import java.util.Objects;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Whether null is allowed: any annotation called {@code Nullable} says so, on the component or on its type. */
final class Nullness {

    private Nullness() {}

    static boolean isMarked(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
    }

    static boolean isNullable(RecordComponentElement component) {
        return isMarked(component)
                || isMarked(component.getAccessor())
                || sites(component).stream().anyMatch(Nullness::isMarked);
    }

    /**
     * The component's type with its annotations. They may be missing from the component itself, but
     * not from the field behind it.
     */
    static TypeMirror annotatedType(RecordComponentElement component) {
        List<TypeMirror> sites = sites(component);
        return sites.get(sites.size() - 1);
    }

    private static List<TypeMirror> sites(RecordComponentElement component) {
        return List.of(component.asType(), fieldOf(component).asType());
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
