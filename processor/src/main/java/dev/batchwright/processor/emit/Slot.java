package dev.batchwright.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Codec;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Shape;
import java.util.Optional;

/**
 * A place in a row where a value stands: a component, or what a list, a map or an optional holds.
 *
 * @param path how error messages call it, such as {@code Chunk.tags[]}
 * @param words what names of methods and constants about it begin with, such as {@code TagsElement}
 * @param type the Java type of the value
 * @param shape how it is stored
 * @param nullable whether it may be null
 * @param codec what turns it into what is stored
 */
record Slot(String path, String words, TypeName type, Shape shape, boolean nullable, Optional<Codec> codec) {

    static Slot of(Component component, String ownerPath, String ownerWords) {
        return new Slot(
                ownerPath + "." + component.name(),
                ownerWords + Words.capitalized(component.name()),
                component.type(),
                component.shape(),
                component.nullable(),
                component.codec());
    }

    Slot element(Shape.Sequence list) {
        return held(list.element(), "[]", "Element", list.nullableElements());
    }

    Slot value(Shape.Mapping map) {
        return held(map.value(), "{}", "Value", map.nullableValues());
    }

    Slot present(Shape.Maybe optional) {
        return held(optional.value(), "", "Held", false);
    }

    /** What a codec stores for the value. */
    Slot stored() {
        return new Slot(path, words + "Stored", shape.type(), shape, false, Optional.empty());
    }

    /** The same, where null has been dealt with. */
    Slot notNull() {
        return new Slot(path, words, type, shape, false, codec);
    }

    private Slot held(Shape held, String pathSuffix, String wordSuffix, boolean mayBeNull) {
        return new Slot(path + pathSuffix, words + wordSuffix, held.type(), held, mayBeNull, Optional.empty());
    }

    /** Whether one call of a reader or writer does for the value. */
    boolean isSimple() {
        boolean simpleShape = shape instanceof Shape.Scalar
                || shape instanceof Shape.Enumeration
                || shape instanceof Shape.PrimitiveArray;
        return simpleShape && !nullable && codec.isEmpty();
    }
}
