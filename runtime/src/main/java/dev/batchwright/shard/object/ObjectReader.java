package dev.batchwright.shard.object;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.block.CheckedTimes;
import dev.batchwright.shard.block.ColumnPlaces;
import dev.batchwright.shard.block.RowReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the values of whole rows, one row after the other, or those of a single column. The counterpart of {@link ObjectWriter}. */
final class ObjectReader extends RowReader {

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final ObjectDecoder in;
    private final EnumIndexes enums;
    private final RecentKeys keys;
    private boolean keyIsNext;

    ObjectReader(ObjectDecoder in, @Nullable ColumnPlaces column, EnumIndexes enums, RecentKeys keys) {
        super(in, column);
        this.in = in;
        this.enums = enums;
        this.keys = keys;
    }

    @Override
    public void nextRow() {
        super.nextRow();
        keyIsNext = false;
    }

    @Override
    public boolean readNull() {
        return !in.flag();
    }

    @Override
    public boolean readBoolean() {
        return in.flag();
    }

    @Override
    public byte readByte() {
        return in.int8();
    }

    @Override
    public short readShort() {
        return in.int16();
    }

    @Override
    public char readChar() {
        return (char) in.int16();
    }

    @Override
    public int readInt() {
        return in.signed32();
    }

    @Override
    public long readLong() {
        return in.signed();
    }

    @Override
    public float readFloat() {
        return Float.intBitsToFloat(in.int32());
    }

    @Override
    public double readDouble() {
        return Double.longBitsToDouble(in.int64());
    }

    @Override
    public String readString() {
        if (keyIsNext) {
            keyIsNext = false;
            return keys.read(in);
        }
        return in.text();
    }

    @Override
    public byte[] readBytes() {
        return in.binary();
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        Enum<?>[] constants = enums.constants(type);
        return type.cast(constants[in.index(constants.length, type.getSimpleName())]);
    }

    @Override
    public BigDecimal readDecimal() {
        int scale = in.signed32();
        byte[] unscaled = in.binary();
        if (unscaled.length == 0) {
            throw in.corrupt("a decimal has no digits");
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    @Override
    public UUID readUuid() {
        long high = Long.reverseBytes(in.int64());
        return new UUID(high, Long.reverseBytes(in.int64()));
    }

    @Override
    public Instant readInstant() {
        long seconds = in.signed();
        return CheckedTimes.instant(in, seconds, nanos());
    }

    @Override
    public LocalDateTime readDateTime() {
        long seconds = in.signed();
        return CheckedTimes.dateTime(in, seconds, nanos());
    }

    @Override
    public Duration readDuration() {
        long seconds = in.signed();
        return Duration.ofSeconds(seconds, nanos());
    }

    private int nanos() {
        return in.index(NANOS_PER_SECOND, "nanosecond of a second");
    }

    @Override
    protected ByteBuffer array(ScalarType element, int elementBytes) {
        return in.array(elementBytes);
    }

    @Override
    public int beginRecord(RecordType type) {
        int columns = type.columns().size();
        if (columns == 0) {
            in.index(1, type.name() + " without columns");
        }
        return beginColumns(columns);
    }

    @Override
    public int beginList() {
        return beginValues(in.size(1));
    }

    @Override
    public int beginMap() {
        return beginValues(in.size(2));
    }

    @Override
    public boolean nextEntry() {
        keyIsNext = super.nextEntry();
        return keyIsNext;
    }

    @Override
    public int beginUnion(UnionType type) {
        return in.index(type.variants().size(), "record of " + type.name());
    }
}
