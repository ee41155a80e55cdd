package dev.batchwright.processor.diagnostics;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where a message stands: as narrow as it is known. Valid within one round of processing.
 *
 * @param element the element
 * @param annotation the annotation on the element, if it is about one
 * @param value the value in the annotation, if it is about one
 */
public record Place(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

    public static Place of(Element element) {
        return new Place(element, Optional.empty(), Optional.empty());
    }

    public static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, Optional.of(annotation), Optional.empty());
    }

    public static Place of(Element element, AnnotationMirror annotation, AnnotationValue value) {
        return new Place(element, Optional.of(annotation), Optional.of(value));
    }
}
