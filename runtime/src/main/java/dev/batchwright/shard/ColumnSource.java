package dev.batchwright.shard;

/** Encoded rows whose columns can be decoded one by one. Used by one thread. */
public interface ColumnSource {

    /**
     * How many rows there are.
     *
     * @return the number of rows, at least 0
     */
    int rows();

    /**
     * Opens a column before its first row. Nothing of the column is decoded before it is read.
     *
     * @param index the index of the column in the row's schema
     * @return a reader that gives one value of the column after each {@link ValueReader#nextRow()}
     */
    ValueReader column(int index);
}
