package dev.batchwright.shard.block;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one block after the other. */
final class BlockPartReader<T> implements PartReader<T> {

    private final PartFooter footer;
    private final ShardSerializer<T> serializer;
    private final BlockReader blocks;
    private final RowDecoder<?> decoder;

    private @Nullable BlockCursor<?> block;
    private boolean usable = true;

    private BlockPartReader(
            PartFooter footer, ShardSerializer<T> serializer, BlockReader blocks, RowDecoder<?> decoder) {
        this.footer = footer;
        this.serializer = serializer;
        this.blocks = blocks;
        this.decoder = decoder;
    }

    static <T> BlockPartReader<T> open(
            PartInput in, BlockLayout layout, ShardSerializer<T> serializer, RowDecoder<?> decoder) throws IOException {
        FileFooter footer = FileFooter.read(in, layout);
        String schemaHash = serializer.schema().hash();
        if (!footer.part().schemaHash().equals(schemaHash)) {
            throw new CorruptShardException(
                    in.name() + " holds rows with another schema than "
                            + serializer.rowType().getName()
                            + " has. Run the pipeline again, or read the file with the record that it was written with.",
                    null);
        }
        return new BlockPartReader<>(footer.part(), serializer, BlockReader.of(in, footer), decoder);
    }

    @Override
    public PartFooter footer() {
        return footer;
    }

    @Override
    public @Nullable T next() throws IOException {
        BlockCursor<?> rows = rowsLeft();
        if (rows == null) {
            return null;
        }
        usable = false;
        T row = serializer.read(rows.values());
        rows.rowWasRead();
        usable = true;
        return row;
    }

    @Override
    public @Nullable LazyBatch<T> nextBatch(int maxRows) throws IOException {
        if (maxRows < 1) {
            throw new IllegalArgumentException("A batch cannot have " + maxRows + " rows");
        }
        BlockCursor<?> rows = rowsLeft();
        if (rows == null) {
            return null;
        }
        usable = false;
        LazyBatch<T> batch = serializer.batch(rows.take(maxRows));
        usable = true;
        return batch;
    }

    /** The block with the next row, or null at the end. */
    private @Nullable BlockCursor<?> rowsLeft() throws IOException {
        if (!usable) {
            throw new IllegalStateException("This reader is closed, or broken by an earlier error");
        }
        if (block == null || block.isAtEnd()) {
            usable = false;
            BlockRows next = blocks.next(block == null || !block.isShared());
            block = next == null
                    ? null
                    : BlockCursor.of(
                            next, decoder, serializer.schema().columns().size());
            usable = true;
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        usable = false;
        block = null;
        blocks.close();
    }
}
