package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.ColumnSource;

/** A place between two rows of a block. */
final class BlockCursor {

    private final BlockRows block;
    private final Decoder decoder;
    private final MessagePackReader values;
    private int rowsLeft;
    private boolean shared;

    BlockCursor(BlockRows block) {
        this.block = block;
        this.decoder = new Decoder(block, 0);
        this.values = MessagePackReader.ofRows(decoder);
        this.rowsLeft = block.rows();
    }

    boolean isAtEnd() {
        return rowsLeft == 0;
    }

    /** Whether a batch refers to the block's bytes, which must then not be overwritten. */
    boolean isShared() {
        return shared;
    }

    /** Gives the values of the next row; {@link #rowWasRead()} follows. */
    MessagePackReader values() {
        return values;
    }

    void rowWasRead() {
        rowsLeft--;
        if (rowsLeft == 0) {
            decoder.checkAtEnd();
        }
    }

    /** Goes past some rows, which are decoded when they are touched. */
    ColumnSource take(int maxRows, int columns) {
        shared = true;
        if (maxRows >= rowsLeft) {
            EncodedRows rest = new EncodedRows(block, decoder.position(), rowsLeft, columns, true);
            rowsLeft = 0;
            return rest;
        }
        EncodedRows rows = new EncodedRows(block, decoder.position(), maxRows, columns, false);
        decoder.moveTo(rows.end());
        rowsLeft -= maxRows;
        return rows;
    }
}
