package dev.batchwright.shard.block;

import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A format whose files hold rows in framed, checksummed blocks. All numbers outside of rows are little-endian.
 *
 * <table>
 * <caption>From the first byte to the last</caption>
 * <tr><th>bytes</th><th>hold</th></tr>
 * <tr><td>8</td><td>magic: the format's tag and the version of the layout, 1</td></tr>
 * <tr><td>20 for each block</td><td>the length of its rows, its length in the file, the number of its rows, the CRC32C of what is
 * in the file, and the CRC32C of these 16 bytes: five ints</td></tr>
 * <tr><td>…</td><td>the block, compressed as the footer says, or as it is if both lengths are the same</td></tr>
 * <tr><td>…</td><td>the footer, JSON in UTF-8: {@code {"part": …, "blocks": [[offset, rows, first row], …]}}</td></tr>
 * <tr><td>8</td><td>the footer's length and its CRC32C</td></tr>
 * <tr><td>8</td><td>magic</td></tr>
 * </table>
 *
 * <p>A block ends with the row that takes it to 256 KiB before compression; none is longer than 1 GiB, and so no row. A block of
 * more than 1 MiB that would shrink to less than a 1024th is stored as it is, and a reader refuses one that claims such a ratio.
 */
public abstract class BlockFormat implements ShardFormat {

    private final BlockLayout layout;

    /**
     * Makes a format.
     *
     * @param layout what its files are known by
     */
    protected BlockFormat(BlockLayout layout) {
        this.layout = layout;
    }

    final BlockLayout layout() {
        return layout;
    }

    /** What turns rows of a schema into the bytes of blocks. */
    protected abstract RowEncoder encoder(RecordType schema);

    /** What turns the bytes of blocks into rows of a schema. */
    protected abstract RowDecoder<?> decoder(RecordType schema);

    @Override
    public final <T> PartWriter<T> write(
            OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression) throws IOException {
        if (!supports(compression)) {
            throw new IllegalArgumentException("Parts of the format " + name() + " cannot be compressed with "
                    + compression + ". Take none, lz4 or zstd.");
        }
        return new BlockPartWriter<>(out, layout, serializer, encoder(serializer.schema()), compression);
    }

    @Override
    public final <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer) throws IOException {
        return read(in, serializer, ColumnReads.fromFiles());
    }

    @Override
    public final <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer, ColumnReads reads)
            throws IOException {
        return BlockPartReader.open(in, layout, serializer, decoder(serializer.schema()), reads);
    }

    @Override
    public final PartFooter readFooter(PartInput in) throws IOException {
        return FileFooter.read(in, layout).part();
    }

    /** Holds each block against its checksums; decompresses none. */
    @Override
    public final <T> PartCheck check(PartInput in, @Nullable ShardSerializer<T> serializer) throws IOException {
        return BlockCheck.of(in, FileFooter.read(in, layout));
    }
}
