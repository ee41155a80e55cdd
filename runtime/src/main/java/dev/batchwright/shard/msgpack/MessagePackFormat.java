package dev.batchwright.shard.msgpack;

import dev.batchwright.annotation.Format;
import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.block.BlockFormat;
import dev.batchwright.shard.block.BlockLayout;
import dev.batchwright.shard.block.RowDecoder;
import dev.batchwright.shard.block.RowEncoder;

/**
 * Rows as standard MessagePack in framed blocks.
 *
 * <p>{@link BlockFormat} describes the file; its tag is {@code BWMSGPK}.
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
public final class MessagePackFormat extends BlockFormat {

    /** Makes the format; it has no state. */
    public MessagePackFormat() {
        super(new BlockLayout("BWMSGPK", "MessagePack"));
    }

    @Override
    public String name() {
        return Format.MESSAGE_PACK;
    }

    @Override
    public String extension() {
        return "msgpack";
    }

    @Override
    protected RowEncoder encoder(RecordType schema) {
        Encoder block = new Encoder();
        return new RowEncoder(block, new MessagePackWriter(schema, block));
    }

    @Override
    protected RowDecoder<?> decoder(RecordType schema) {
        return new MessagePackRows(schema.columns().size());
    }
}
