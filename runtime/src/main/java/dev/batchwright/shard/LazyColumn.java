package dev.batchwright.shard;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What generated code knows of one column of its rows: how to decode it, and whether its decoded values may be kept and given out
 * again. Kept are values that nobody can change; arrays of primitives are kept too, but only copies of them are given out. Has no state
 * and may be used by several threads at once.
 *
 * @param <V> what holds the values of several rows: an array, or a list where Java has no arrays
 */
public final class LazyColumn<V> {

    /** What an array or a list takes by itself. */
    private static final long HOLDER = 40;

    private static final long REFERENCE = 4;

    private final Decoder<V> decoder;
    private final @Nullable ToLongFunction<V> size;

    private LazyColumn(Decoder<V> decoder, @Nullable ToLongFunction<V> size) {
        this.decoder = decoder;
        this.size = size;
    }

    /**
     * Decodes the values of a column.
     *
     * @param <V> what holds them
     */
    @FunctionalInterface
    public interface Decoder<V> {

        /**
         * Decodes values, each after {@link ValueReader#nextRow()}.
         *
         * @param in gives them
         * @param rows how many
         * @return the values, in what belongs to the caller alone
         */
        V decode(ValueReader in, int rows);
    }

    /**
     * A column of primitives or of enums, which need nothing but their place in the array.
     *
     * @param decoder decodes values into an array
     * @param <V> the array
     * @return the column
     */
    public static <V> LazyColumn<V> of(Decoder<V> decoder) {
        return new LazyColumn<>(decoder, LazyColumn::arrayBytes);
    }

    /**
     * A column of objects that nobody can change, or of arrays of primitives.
     *
     * @param decoder decodes values into an array
     * @param size what a value takes on the heap, in bytes
     * @param <E> the values
     * @return the column
     */
    public static <E> LazyColumn<E[]> of(Decoder<E[]> decoder, ToLongFunction<? super E> size) {
        return new LazyColumn<>(decoder, values -> {
            long bytes = HOLDER + REFERENCE * values.length;
            for (E value : values) {
                bytes += size.applyAsLong(value);
            }
            return bytes;
        });
    }

    /**
     * A column of objects that nobody can change, of a type that Java has no arrays of.
     *
     * @param decoder decodes values into a list
     * @param size what a value takes on the heap, in bytes
     * @param <E> the values
     * @return the column
     */
    public static <E> LazyColumn<List<E>> ofList(Decoder<List<E>> decoder, ToLongFunction<? super E> size) {
        return new LazyColumn<>(decoder, values -> {
            long bytes = HOLDER + REFERENCE * values.size();
            for (E value : values) {
                bytes += size.applyAsLong(value);
            }
            return bytes;
        });
    }

    /**
     * A column whose values are decoded anew each time, since they might be changed by whoever gets them.
     *
     * @param decoder decodes values
     * @param <V> what holds them
     * @return the column
     */
    public static <V> LazyColumn<V> neverKept(Decoder<V> decoder) {
        return new LazyColumn<>(decoder, null);
    }

    /** The same column where it is decoded through another reader. */
    LazyColumn<V> reading(UnaryOperator<ValueReader> through) {
        return new LazyColumn<>((in, rows) -> decoder.decode(through.apply(in), rows), size);
    }

    V decode(ValueReader in, int rows) {
        return decoder.decode(in, rows);
    }

    boolean mayBeKept() {
        return size != null;
    }

    /** What values that may be kept take on the heap. */
    long bytes(V values) {
        return size == null ? 0 : size.applyAsLong(values);
    }

    /** Whether the values are arrays, which are copied before they are given out. */
    static boolean areArrays(Object values) {
        return values.getClass().isArray()
                && values.getClass().getComponentType().isArray();
    }

    /** Room for the values of some rows, of the same kind as others. */
    @SuppressWarnings("unchecked") // an array of the same class, or a list
    V room(V like, int rows) {
        return like instanceof List<?>
                ? (V) new ArrayList<>(rows)
                : (V) Array.newInstance(like.getClass().getComponentType(), rows);
    }

    /** Copies values of consecutive rows to where those of the rows before end. */
    @SuppressWarnings("unchecked") // both hold values of one column
    void copy(V from, int first, V into, int at, int count) {
        if (into instanceof List<?> list) {
            ((List<Object>) list).addAll(((List<Object>) from).subList(first, first + count));
            return;
        }
        System.arraycopy(from, first, into, at, count);
        if (areArrays(into)) {
            @Nullable Object[] values = (@Nullable Object[]) into;
            for (int index = at; index < at + count; index++) {
                values[index] = copyOf(values[index]);
            }
        }
    }

    private static @Nullable Object copyOf(@Nullable Object array) {
        if (array instanceof float[] values) {
            return values.clone();
        }
        if (array instanceof double[] values) {
            return values.clone();
        }
        if (array instanceof byte[] values) {
            return values.clone();
        }
        if (array == null) {
            return null;
        }
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private static long arrayBytes(Object values) {
        return HOLDER + (long) Array.getLength(values) * elementBytes(values);
    }

    private static long elementBytes(Object values) {
        if (values instanceof long[] || values instanceof double[]) {
            return Long.BYTES;
        }
        if (values instanceof short[] || values instanceof char[]) {
            return Short.BYTES;
        }
        return values instanceof byte[] || values instanceof boolean[] ? 1 : REFERENCE;
    }
}
