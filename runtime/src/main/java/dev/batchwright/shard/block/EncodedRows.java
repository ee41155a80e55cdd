package dev.batchwright.shard.block;

import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.ValueReader;
import java.util.Objects;

/** Some consecutive rows of a block. */
final class EncodedRows<P extends CheckedBlock> implements ColumnSource {

    private final Block<P> block;
    private final int first;
    private final int rows;

    EncodedRows(Block<P> block, int first, int rows) {
        this.block = block;
        this.first = first;
        this.rows = rows;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public ValueReader column(int index) {
        Objects.checkIndex(index, block.columns());
        return block.column(index, first, first + rows);
    }

    @Override
    public long storedBytes() {
        return Math.round((double) block.bytes() * rows / block.rows());
    }
}
