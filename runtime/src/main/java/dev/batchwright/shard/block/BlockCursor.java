package dev.batchwright.shard.block;

import dev.batchwright.shard.ValueReader;

/** A place between two rows of a block, for reading rows whole. */
final class BlockCursor<P extends CheckedBlock> {

    private final RowDecoder<P> decoder;
    private final P place;
    private final ValueReader values;
    private final int columns;
    private final int rows;
    private int row;

    BlockCursor(BlockRows block, RowDecoder<P> decoder, int columns) {
        this.decoder = decoder;
        this.place = decoder.at(block, 0);
        this.values = decoder.rows(place);
        this.columns = columns;
        this.rows = block.rows();
    }

    /** Goes past rows without decoding them. */
    void skipTo(int target) {
        for (; row < target; row++) {
            decoder.beginRow(place);
            for (int column = 0; column < columns; column++) {
                decoder.skipColumn(place, column);
            }
        }
    }

    /** Gives the values of the next row; {@link #rowWasRead()} follows. */
    ValueReader values() {
        return values;
    }

    void rowWasRead() {
        row++;
        if (row == rows) {
            place.checkAtEnd();
        }
    }
}
