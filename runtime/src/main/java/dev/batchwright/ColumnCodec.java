package dev.batchwright;

/**
 * Stores a foreign type as a column type. Named by {@code @Column(codec = …)}; has a constructor without parameters and is used by
 * several threads at once. Nulls never reach it.
 *
 * @param <T> the type in the record
 * @param <S> the type in the file: one of the column types
 */
public interface ColumnCodec<T, S> {

    /**
     * Turns a value into what is stored.
     *
     * @param value the value, not null
     * @return what is stored, not null
     */
    S encode(T value);

    /**
     * Turns what was stored back into a value.
     *
     * @param stored what {@link #encode} made, not null
     * @return an equal value, not null
     */
    T decode(S stored);
}
