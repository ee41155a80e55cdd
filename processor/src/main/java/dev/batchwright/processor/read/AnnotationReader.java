package dev.batchwright.processor.read;

import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads one annotation of an element and remembers where each value stands. */
final class AnnotationReader {

    private static final String PACKAGE = "dev.batchwright.annotation.";

    private final Element element;
    private final AnnotationMirror mirror;

    private AnnotationReader(Element element, AnnotationMirror mirror) {
        this.element = element;
        this.mirror = mirror;
    }

    /** Finds an annotation of the package {@code dev.batchwright.annotation}. */
    static Optional<AnnotationReader> find(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(PACKAGE + name)) {
                return Optional.of(new AnnotationReader(element, mirror));
            }
        }
        return Optional.empty();
    }

    static AnnotationReader of(Element element, AnnotationMirror mirror) {
        return new AnnotationReader(element, mirror);
    }

    Place place() {
        return Place.of(element, mirror);
    }

    Place place(AnnotationValue value) {
        return Place.of(element, mirror, value);
    }

    Optional<AnnotationValue> value(String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** The values of an attribute that is an array; one value alone counts as an array. */
    List<AnnotationValue> values(String attribute) {
        Optional<AnnotationValue> value = value(attribute);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get().getValue() instanceof List<?> list) {
            return list.stream().map(AnnotationValue.class::cast).toList();
        }
        return List.of(value.get());
    }

    <T> Setting<T> setting(String attribute, Class<T> type, T byDefault) {
        Optional<AnnotationValue> value = value(attribute);
        if (value.isEmpty() || !type.isInstance(value.get().getValue())) {
            return new Setting<>(byDefault, false, place());
        }
        return new Setting<>(type.cast(value.get().getValue()), true, place(value.get()));
    }

    /** The name of the constant of an attribute that is an enum. */
    Setting<String> constant(String attribute, String byDefault) {
        Optional<AnnotationValue> value = value(attribute);
        if (value.isEmpty() || !(value.get().getValue() instanceof VariableElement constant)) {
            return new Setting<>(byDefault, false, place());
        }
        return new Setting<>(constant.getSimpleName().toString(), true, place(value.get()));
    }
}
