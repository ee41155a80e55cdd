package dev.batchwright.shard.msgpack;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.block.ColumnPlaces;
import dev.batchwright.shard.block.RowReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the values of whole rows, one row after the other, or those of a single column. The counterpart of {@link MessagePackWriter}. */
final class MessagePackReader extends RowReader {

    private final Decoder in;
    private final EnumConstants enums = new EnumConstants();

    private MessagePackReader(Decoder in, @Nullable ColumnPlaces column) {
        super(in, column);
        this.in = in;
    }

    /** Reads rows from the decoder's position on. */
    static MessagePackReader ofRows(Decoder in) {
        return new MessagePackReader(in, null);
    }

    /** Reads a column, of which every value's place is known. */
    static MessagePackReader ofColumn(Decoder in, ColumnPlaces column) {
        return new MessagePackReader(in, column);
    }

    @Override
    public boolean readNull() {
        return in.nil();
    }

    @Override
    public boolean readBoolean() {
        return in.bool();
    }

    @Override
    public byte readByte() {
        return (byte) in.integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short readShort() {
        return (short) in.integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public char readChar() {
        return (char) in.integer(Character.MIN_VALUE, Character.MAX_VALUE);
    }

    @Override
    public int readInt() {
        return (int) in.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long readLong() {
        return in.integer();
    }

    @Override
    public float readFloat() {
        return in.float32();
    }

    @Override
    public double readDouble() {
        return in.float64();
    }

    @Override
    public String readString() {
        return in.text();
    }

    @Override
    public byte[] readBytes() {
        return in.binary();
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        return enums.read(type, in);
    }

    @Override
    public BigDecimal readDecimal() {
        String text = in.text();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw in.corrupt("a decimal is no number", e);
        }
    }

    @Override
    public UUID readUuid() {
        if (in.extensionLength(Extension.UUID) != 16) {
            throw in.corrupt("a UUID does not have 16 bytes");
        }
        return new UUID(in.int64(), in.int64());
    }

    @Override
    public Instant readInstant() {
        return Times.instant(in);
    }

    @Override
    public LocalDateTime readDateTime() {
        return Times.dateTime(in);
    }

    @Override
    public Duration readDuration() {
        return Times.duration(in);
    }

    @Override
    protected ByteBuffer array(ScalarType element, int elementBytes) {
        ByteBuffer content = in.extension(Extension.ofArray(element));
        if (content.remaining() % elementBytes != 0) {
            throw in.corrupt("an array of " + content.remaining() + " bytes ends within an element");
        }
        return content;
    }

    @Override
    public int beginRecord(RecordType type) {
        int columns = type.columns().size();
        int found = in.arrayHeader();
        if (found != columns) {
            throw in.corrupt("a record " + type.name() + " has " + found + " values for " + columns + " columns");
        }
        return beginColumns(columns);
    }

    @Override
    public int beginList() {
        return beginValues(in.arrayHeader());
    }

    @Override
    public int beginMap() {
        return beginValues(in.mapHeader());
    }

    @Override
    public int beginUnion(UnionType type) {
        if (in.arrayHeader() != 2) {
            throw in.corrupt("a " + type.name() + " is not a name with a record");
        }
        int length = in.textLength();
        for (int variant = 0; variant < type.variants().size(); variant++) {
            String name = type.variants().get(variant).name();
            if (in.isAscii(name, length)) {
                in.moveTo(in.position() + length);
                return variant;
            }
        }
        return variantBeyondAscii(type, in.text(length));
    }

    private int variantBeyondAscii(UnionType type, String name) {
        for (int variant = 0; variant < type.variants().size(); variant++) {
            if (type.variants().get(variant).name().equals(name)) {
                return variant;
            }
        }
        throw in.corrupt("a " + type.name() + " is called '" + name + "', and there is no such record");
    }
}
