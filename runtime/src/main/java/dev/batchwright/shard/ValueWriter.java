package dev.batchwright.shard;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * Takes the values of rows from generated code, in the order of the schema. Each format has its own. Values are never null:
 * a null goes through {@link #writeNull()}. Used by one thread.
 *
 * <p>A composite value is announced, then its parts are written, then it is ended; the parts are not announced one by one. Rows
 * are written either whole ({@link #beginRecord}, the columns, {@link #endRecord}) or column by column, with
 * {@link #nextRow()} before each value of the column.
 */
public abstract class ValueWriter {

    /** Only for formats. */
    protected ValueWriter() {}

    /** Begins the next row where a single column is written. */
    public abstract void nextRow();

    /** Writes a null where the schema allows one, or an empty optional. */
    public abstract void writeNull();

    /**
     * Says that the value which follows stands where {@link #writeNull()} could stand. For formats whose values do not tell
     * themselves from null; all others take no notice.
     */
    public void writePresent() {}

    public abstract void writeBoolean(boolean value);

    public abstract void writeByte(byte value);

    public abstract void writeShort(short value);

    public abstract void writeChar(char value);

    public abstract void writeInt(int value);

    public abstract void writeLong(long value);

    public abstract void writeFloat(float value);

    public abstract void writeDouble(double value);

    /**
     * Writes text.
     *
     * @param value the text
     * @throws dev.batchwright.InvalidRowException if it holds half of a surrogate pair, which UTF-8 cannot express
     */
    public abstract void writeString(String value);

    public abstract void writeBytes(byte[] value);

    public abstract void writeEnum(Enum<?> value);

    public abstract void writeDecimal(BigDecimal value);

    public abstract void writeUuid(UUID value);

    public abstract void writeInstant(Instant value);

    public abstract void writeDate(LocalDate value);

    public abstract void writeDateTime(LocalDateTime value);

    public abstract void writeDuration(Duration value);

    public abstract void writeBooleans(boolean[] values);

    public abstract void writeShorts(short[] values);

    public abstract void writeChars(char[] values);

    public abstract void writeInts(int[] values);

    public abstract void writeLongs(long[] values);

    public abstract void writeFloats(float[] values);

    public abstract void writeDoubles(double[] values);

    /**
     * Begins a record; its columns follow, each once, in order.
     *
     * @param type the record's schema
     */
    public abstract void beginRecord(RecordType type);

    /** Ends the record that was begun last. */
    public abstract void endRecord();

    /**
     * Begins a list or a set; its elements follow.
     *
     * @param size the exact number of elements
     */
    public abstract void beginList(int size);

    /** Ends the list that was begun last. */
    public abstract void endList();

    /**
     * Begins a map; its entries follow, each as a key by {@link #writeString} and a value.
     *
     * @param size the exact number of entries
     */
    public abstract void beginMap(int size);

    /** Ends the map that was begun last. */
    public abstract void endMap();

    /**
     * Begins a value of a sealed interface; its record follows.
     *
     * @param type the interface's type
     * @param variant the index of the record among {@link UnionType#variants()}
     */
    public abstract void beginUnion(UnionType type, int variant);

    /** Ends the value that was begun last by {@link #beginUnion}. */
    public abstract void endUnion();
}
