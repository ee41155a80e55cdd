package dev.batchwright.shard.block;

import dev.batchwright.shard.ValueReader;

/**
 * How a format finds its way through the rows of a block. Used by one thread, and by that for one block at a time.
 *
 * @param <P> a place within a block
 */
public interface RowDecoder<P extends CheckedBlock> {

    /** Takes a place in a block. */
    P at(BlockRows block, int position);

    /** Reads whole rows, one after the other, from a place on, which moves. */
    ValueReader rows(P place);

    /** Reads the values of one column, with a place that is the reader's own. */
    ValueReader column(P place, ColumnPlaces values);

    /** Goes past what a row begins with; nothing if it begins with its first column. */
    void beginRow(P place);

    /** Goes past a value of a column without decoding it. */
    void skipColumn(P place, int column);

    /** The fewest bytes that a row can take, at least one for each column: nobody makes room for rows that cannot be there. */
    int smallestRow();
}
