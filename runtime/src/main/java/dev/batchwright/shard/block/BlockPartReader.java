package dev.batchwright.shard.block;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartColumns;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.UnitColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one block after the other. Whole rows are read in the order of their bytes, which is faster than column by column;
 * but where all columns are in memory, or will be kept there, they are put together from these.
 */
final class BlockPartReader<T> implements PartReader<T> {

    private final PartFooter footer;
    private final ShardSerializer<T> serializer;
    private final BlockReader blocks;
    private final RowDecoder<?> decoder;
    private final PartColumns columns;
    private final int columnCount;

    private @Nullable Block<?> block;
    private @Nullable UnitColumns blockColumns;
    private @Nullable BlockCursor<?> cursor;

    /** The next row, within the block. */
    private int row;

    private @Nullable LazyBatch<T> ahead;
    private int aheadAt;
    private boolean usable = true;

    private BlockPartReader(
            PartFooter footer,
            ShardSerializer<T> serializer,
            BlockReader blocks,
            RowDecoder<?> decoder,
            PartColumns columns) {
        this.footer = footer;
        this.serializer = serializer;
        this.blocks = blocks;
        this.decoder = decoder;
        this.columns = columns;
        this.columnCount = serializer.schema().columns().size();
    }

    static <T> BlockPartReader<T> open(
            PartInput in, BlockLayout layout, ShardSerializer<T> serializer, RowDecoder<?> decoder, ColumnReads reads)
            throws IOException {
        FileFooter footer = FileFooter.read(in, layout);
        String schemaHash = serializer.schema().hash();
        if (!footer.part().schemaHash().equals(schemaHash)) {
            throw new CorruptShardException(
                    in.name() + " holds rows with another schema than "
                            + serializer.rowType().getName()
                            + " has. Run the pipeline again, or read the file with the record that it was written with.",
                    null);
        }
        PartColumns columns = reads.part(
                in.name(), footer.checksum(), serializer.schema().columns().size());
        return new BlockPartReader<>(footer.part(), serializer, BlockReader.of(in, footer), decoder, columns);
    }

    @Override
    public PartFooter footer() {
        return footer;
    }

    @Override
    public @Nullable T next() throws IOException {
        UnitColumns rows = rowsLeft();
        if (rows == null || block == null) {
            return null;
        }
        usable = false;
        if (ahead == null && rows.areKeptOrWanted(row)) {
            block.share();
            ahead = serializer.batch(rows.rows(row, rows.rowsTogether(row)));
            aheadAt = 0;
        }
        T next = ahead == null ? readNext(block) : takeNext(ahead);
        row++;
        usable = true;
        return next;
    }

    private T readNext(Block<?> current) throws IOException {
        if (cursor == null) {
            cursor = current.cursor();
        }
        cursor.skipTo(row);
        T next = serializer.read(cursor.values());
        cursor.rowWasRead();
        return next;
    }

    private T takeNext(LazyBatch<T> rows) throws IOException {
        try {
            T next = rows.get(aheadAt++);
            if (aheadAt == rows.size()) {
                ahead = null;
            }
            return next;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public @Nullable LazyBatch<T> nextBatch(int maxRows) {
        if (maxRows < 1) {
            throw new IllegalArgumentException("A batch cannot have " + maxRows + " rows");
        }
        UnitColumns rows = rowsLeft();
        if (rows == null || block == null) {
            return null;
        }
        ahead = null;
        block.share();
        int count = (int) Math.min(maxRows, block.rows() - row);
        LazyBatch<T> batch = serializer.batch(rows.rows(row, count));
        row += count;
        return batch;
    }

    /** The block with the next row, or null at the end. Nothing is read of it yet. */
    private @Nullable UnitColumns rowsLeft() {
        if (!usable) {
            throw new IllegalStateException("This reader is closed, or broken by an earlier error");
        }
        if (block == null || row == block.rows()) {
            int number = block == null ? 0 : block.number() + 1;
            if (number == blocks.count()) {
                return null;
            }
            block = new Block<>(blocks, decoder, number, columnCount, block == null ? new byte[0] : block.spare());
            blockColumns = columns.unit(number, block);
            cursor = null;
            row = 0;
        }
        return blockColumns;
    }

    @Override
    public void close() throws IOException {
        usable = false;
        block = null;
        cursor = null;
        ahead = null;
        blocks.close();
    }
}
