package dev.batchwright.shard;

/** The rows that a file stores together, such as a row group or a block. Any of them can be decoded, column by column. */
public interface StorageUnit {

    /**
     * How many rows there are.
     *
     * @return the number of rows
     */
    long rows();

    /**
     * How many bytes of the file they take.
     *
     * @return a number of bytes; always the same for the same file
     */
    long bytes();

    /**
     * Some of the rows. Nothing of them is read yet.
     *
     * @param first the first row, from 0
     * @param count how many
     * @return the encoded rows
     */
    ColumnSource slice(long first, int count);
}
