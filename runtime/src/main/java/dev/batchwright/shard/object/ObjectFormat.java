package dev.batchwright.shard.object;

import dev.batchwright.annotation.Format;
import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.block.BlockFormat;
import dev.batchwright.shard.block.BlockLayout;
import dev.batchwright.shard.block.RowDecoder;
import dev.batchwright.shard.block.RowEncoder;

/**
 * Rows as bare values in framed blocks. The schema says what comes next, so that nothing but the values is stored: no names of
 * columns, no tags of types, no names of classes. A file can therefore make nothing but the records that the serializer makes.
 *
 * <p>{@link BlockFormat} describes the file; its tag is {@code BWOBJCT}.
 *
 * <h2>The rows</h2>
 *
 * <p>A row, as any record, is its columns in the order of the schema. Every value takes at least one byte, so that no number of
 * values can be larger than the number of bytes that are left. A <i>number</i> below is an unsigned integer of seven bits a byte, the
 * lowest first, all bytes but the last with the highest bit set; a <i>signed number</i> is one in zigzag form (0, -1, 1, -2, …). All
 * else is little-endian.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>in Java</th><th>in the block</th></tr>
 * <tr><td>what may be null, an optional</td><td>a byte: 0 if it is null or empty, else 1 and the value</td></tr>
 * <tr><td>boolean</td><td>a byte 0 or 1</td></tr>
 * <tr><td>byte, short, char, float, double</td><td>1, 2, 2, 4, 8 bytes</td></tr>
 * <tr><td>int, long</td><td>a signed number</td></tr>
 * <tr><td>text</td><td>a number: twice the length in bytes, plus 1 for UTF-8; then the bytes, in Latin-1 if every character is in
 * it</td></tr>
 * <tr><td>{@code byte[]}</td><td>a number, the length; then the bytes</td></tr>
 * <tr><td>an enum's constant</td><td>a number, its index</td></tr>
 * <tr><td>{@code BigDecimal}</td><td>a signed number, the scale; then the unscaled value as {@code byte[]}, big-endian</td></tr>
 * <tr><td>{@code UUID}</td><td>its 16 bytes, big-endian</td></tr>
 * <tr><td>{@code LocalDate}</td><td>a signed number, the days since 1970-01-01</td></tr>
 * <tr><td>{@code Instant}, {@code LocalDateTime}, {@code Duration}</td><td>a signed number, the seconds (of a date since
 * 1970-01-01T00:00); then a number, the nanoseconds</td></tr>
 * <tr><td>arrays of primitives</td><td>a number, the length; then the elements, booleans as a byte each</td></tr>
 * <tr><td>a list, a set, a map</td><td>a number, the size; then the elements, or keys and values in turns</td></tr>
 * <tr><td>a record</td><td>its columns; a byte 0 if it has none</td></tr>
 * <tr><td>a value of a sealed interface</td><td>a number, the index of its record; then the record</td></tr>
 * </table>
 */
public final class ObjectFormat extends BlockFormat {

    /** Makes the format; it has no state. */
    public ObjectFormat() {
        super(new BlockLayout("BWOBJCT", "object"));
    }

    @Override
    public String name() {
        return Format.OBJECT;
    }

    @Override
    public String extension() {
        return "object";
    }

    @Override
    protected RowEncoder encoder(RecordType schema) {
        TextEncoder block = new TextEncoder();
        return new RowEncoder(block, new ObjectWriter(schema, block));
    }

    @Override
    protected RowDecoder<?> decoder(RecordType schema) {
        return new ObjectRows(schema);
    }
}
