package dev.batchwright.shard.msgpack;

import dev.batchwright.annotation.Format;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Rows as standard MessagePack in framed blocks.
 *
 * <h2>The file</h2>
 *
 * <p>All numbers outside of rows are little-endian.
 *
 * <table>
 * <caption>From the first byte to the last</caption>
 * <tr><th>bytes</th><th>hold</th></tr>
 * <tr><td>8</td><td>magic: {@code BWMSGPK} and the version of the layout, 1</td></tr>
 * <tr><td>20 for each block</td><td>the length of its rows, its length in the file, the number of its rows, the CRC32C of what is
 * in the file, and the CRC32C of these 16 bytes: five ints</td></tr>
 * <tr><td>…</td><td>the block, compressed as the footer says, or as it is if both lengths are the same</td></tr>
 * <tr><td>…</td><td>the footer, JSON in UTF-8: {@code {"part": …, "blocks": [[offset, rows, first row], …]}}</td></tr>
 * <tr><td>8</td><td>the footer's length and its CRC32C</td></tr>
 * <tr><td>8</td><td>magic</td></tr>
 * </table>
 *
 * <p>A block ends with the row that takes it to 256 KiB before compression; none is longer than 1 GiB, and so no row. A block of
 * more than 16 MiB that would shrink to less than a 1024th is stored as it is, and a reader refuses one that claims such a ratio.
 *
 * <h2>The rows</h2>
 *
 * <p>A row, as any record, is an array of its columns in the order of the schema. Values take their shortest form.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>in Java</th><th>in MessagePack</th></tr>
 * <tr><td>null, an empty optional</td><td>nil</td></tr>
 * <tr><td>boolean</td><td>true or false</td></tr>
 * <tr><td>byte, short, char, int, long</td><td>an integer</td></tr>
 * <tr><td>float, double</td><td>float 32, float 64</td></tr>
 * <tr><td>text, an enum's constant by its name, a decimal by its text</td><td>str</td></tr>
 * <tr><td>{@code byte[]}</td><td>bin</td></tr>
 * <tr><td>{@code Instant}</td><td>timestamp (extension -1)</td></tr>
 * <tr><td>{@code LocalDate}</td><td>the days since 1970-01-01, an integer</td></tr>
 * <tr><td>{@code boolean[] short[] char[] int[] long[] float[] double[]}</td><td>extensions 1 to 7 in this order, little-endian,
 * booleans as a byte 0 or 1 each</td></tr>
 * <tr><td>{@code UUID}</td><td>extension 8: its 16 bytes, big-endian</td></tr>
 * <tr><td>{@code LocalDateTime}, {@code Duration}</td><td>extensions 9 and 10: nanoseconds in 4 bytes, then seconds (for a date
 * since 1970-01-01T00:00) in 8 bytes, big-endian</td></tr>
 * <tr><td>a list, a set</td><td>an array</td></tr>
 * <tr><td>a map</td><td>a map</td></tr>
 * <tr><td>a value of a sealed interface</td><td>an array of its record's name and its record</td></tr>
 * </table>
 */
public final class MessagePackFormat implements ShardFormat {

    /** Makes the format; it has no state. */
    public MessagePackFormat() {}

    @Override
    public String name() {
        return Format.MESSAGE_PACK;
    }

    @Override
    public String extension() {
        return "msgpack";
    }

    @Override
    public <T> PartWriter<T> write(OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression)
            throws IOException {
        return new MessagePackPartWriter<>(out, serializer, compression);
    }

    @Override
    public <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer) throws IOException {
        return MessagePackPartReader.open(in, serializer);
    }

    @Override
    public PartFooter readFooter(PartInput in) throws IOException {
        return FileFooter.read(in).part();
    }
}
