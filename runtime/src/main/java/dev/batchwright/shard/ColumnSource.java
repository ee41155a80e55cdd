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

    /**
     * Decodes a column, or finds it in memory.
     *
     * @param index the index of the column in the row's schema
     * @param column how it is decoded
     * @param <V> what holds its values
     * @return the values of all rows, in what belongs to the caller alone
     */
    default <V> V decode(int index, LazyColumn<V> column) {
        return column.decode(column(index), rows());
    }

    /**
     * The size of the rows as they are stored, which tells what they may take when they are decoded.
     *
     * @return an estimate in bytes, before compression where that is known, or -1 if nothing is known
     */
    default long storedBytes() {
        return -1;
    }
}
