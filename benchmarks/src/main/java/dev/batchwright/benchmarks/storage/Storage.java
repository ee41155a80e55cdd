package dev.batchwright.benchmarks.storage;

import java.util.List;
import java.util.function.ToLongFunction;

/** A way to store rows. */
interface Storage<T> {

    /** Does what is no part of what is measured. */
    default void prepare(List<T> rows) throws Exception {}

    /** Writes rows to a file, which then holds nothing else. */
    void write(List<T> rows, MemoryFile file) throws Exception;

    /**
     * What {@link #read} has to return.
     *
     * @param rows the rows that were written
     * @param digest takes a little of each
     */
    default long expected(List<T> rows, ToLongFunction<T> digest) {
        return rows.stream().mapToLong(digest).sum();
    }

    /**
     * Reads all rows, whole, each as the record that was written.
     *
     * @return the sum of their digests
     */
    long read(MemoryFile file, ToLongFunction<T> digest) throws Exception;
}
