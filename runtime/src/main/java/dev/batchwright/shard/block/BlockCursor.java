package dev.batchwright.shard.block;

import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.ValueReader;

/** A place between two rows of a block. */
final class BlockCursor<P extends CheckedBlock> {

    private final BlockRows block;
    private final RowDecoder<P> decoder;
    private final int columns;
    private final P place;
    private final ValueReader values;
    private int rowsLeft;
    private boolean shared;

    private BlockCursor(BlockRows block, RowDecoder<P> decoder, int columns) {
        this.block = block;
        this.decoder = decoder;
        this.columns = columns;
        this.place = decoder.at(block, 0);
        this.values = decoder.rows(place);
        this.rowsLeft = block.rows();
    }

    static <P extends CheckedBlock> BlockCursor<P> of(BlockRows block, RowDecoder<P> decoder, int columns) {
        return new BlockCursor<>(block, decoder, columns);
    }

    boolean isAtEnd() {
        return rowsLeft == 0;
    }

    /** Whether a batch refers to the block's bytes, which must then not be overwritten. */
    boolean isShared() {
        return shared;
    }

    /** Gives the values of the next row; {@link #rowWasRead()} follows. */
    ValueReader values() {
        return values;
    }

    void rowWasRead() {
        rowsLeft--;
        if (rowsLeft == 0) {
            place.checkAtEnd();
        }
    }

    /** Goes past some rows, which are decoded when they are touched. */
    ColumnSource take(int maxRows) {
        shared = true;
        int rows = Math.min(maxRows, rowsLeft);
        boolean endsBlock = rows == rowsLeft;
        EncodedRows<P> taken = new EncodedRows<>(block, decoder, place.position(), rows, columns, endsBlock);
        if (!endsBlock) {
            place.moveTo(taken.end());
        }
        rowsLeft -= rows;
        return taken;
    }
}
