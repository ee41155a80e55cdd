package dev.batchwright.samples.everykind.columns;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares rows value by value; records with arrays in them are never equal by {@code equals}. */
final class SameRows {

    /** Looked up once, as that takes longer than all the rest. */
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {

        @Override
        protected Method[] computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private SameRows() {}

    static boolean same(@Nullable Object left, @Nullable Object right) throws ReflectiveOperationException {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        if (left instanceof Record record) {
            return right.getClass().equals(left.getClass()) && sameComponents(record, (Record) right);
        }
        if (left instanceof Optional<?> optional) {
            return right instanceof Optional<?> other && same(optional.orElse(null), other.orElse(null));
        }
        if (left instanceof Map<?, ?> map) {
            return right instanceof Map<?, ?> other
                    && same(map.keySet(), other.keySet())
                    && same(map.values(), other.values());
        }
        if (left instanceof Collection<?> collection) {
            return right instanceof Collection<?> other && sameElements(collection, other);
        }
        return Objects.deepEquals(left, right);
    }

    private static boolean sameComponents(Record left, Record right) throws ReflectiveOperationException {
        for (Method accessor : ACCESSORS.get(left.getClass())) {
            if (!same(accessor.invoke(left), accessor.invoke(right))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(Collection<?> left, Collection<?> right) throws ReflectiveOperationException {
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!others.hasNext() || !same(element, others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }
}
