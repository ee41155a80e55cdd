package dev.batchwright.processor.emit;

import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Shape;

/**
 * Which columns may be kept in memory once they are decoded, and be given out several times: those whose values nobody can change, and
 * arrays of primitives, of which copies are given out. What a codec makes may be anything.
 */
final class KeptColumns {

    private KeptColumns() {}

    static boolean mayBeKept(Component component) {
        return component.codec().isEmpty() && (isArray(component.shape()) || isImmutable(component.shape()));
    }

    private static boolean isArray(Shape shape) {
        return shape instanceof Shape.PrimitiveArray
                || (shape instanceof Shape.Scalar scalar && scalar.kind() == ScalarKind.BYTES);
    }

    private static boolean isImmutable(Shape shape) {
        if (shape instanceof Shape.Sequence list) {
            return isImmutable(list.element());
        }
        if (shape instanceof Shape.Mapping map) {
            return isImmutable(map.value());
        }
        if (shape instanceof Shape.Maybe optional) {
            return isImmutable(optional.value());
        }
        if (shape instanceof Shape.Structure structure) {
            return structure.components().stream()
                    .allMatch(component -> component.codec().isEmpty() && isImmutable(component.shape()));
        }
        if (shape instanceof Shape.Union union) {
            return union.variants().stream().allMatch(KeptColumns::isImmutable);
        }
        return !isArray(shape);
    }
}
