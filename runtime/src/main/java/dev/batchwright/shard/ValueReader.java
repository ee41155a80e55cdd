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
 * Gives the values of rows to generated code: the counterpart of {@link ValueWriter}. Used by one thread. Every method throws a
 * {@link dev.batchwright.BatchwrightException} that says where when the input is not what it should be; none trusts a length.
 *
 * <p>The columns of a record come as numbers, so that files may order, lack or add columns:
 *
 * <pre>{@code
 * for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
 *     switch (column) {
 *         case 0 -> title = in.readString();
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>A column that is missing in the input is not announced; it is an error unless it is nullable or optional. Columns that the
 * schema does not know are skipped.
 */
public abstract class ValueReader {

    /** Only for formats. */
    protected ValueReader() {}

    /** Goes to the next row where a single column is read. */
    public abstract void nextRow();

    /**
     * Asks whether the next value is a null, and consumes it if so.
     *
     * @return true if it was a null
     */
    public abstract boolean readNull();

    public abstract boolean readBoolean();

    public abstract byte readByte();

    public abstract short readShort();

    public abstract char readChar();

    public abstract int readInt();

    public abstract long readLong();

    public abstract float readFloat();

    public abstract double readDouble();

    public abstract String readString();

    public abstract byte[] readBytes();

    /**
     * Reads a constant of an enum.
     *
     * @param type the enum
     * @param <E> the enum
     * @return the constant
     */
    public abstract <E extends Enum<E>> E readEnum(Class<E> type);

    public abstract BigDecimal readDecimal();

    public abstract UUID readUuid();

    public abstract Instant readInstant();

    public abstract LocalDate readDate();

    public abstract LocalDateTime readDateTime();

    public abstract Duration readDuration();

    public abstract boolean[] readBooleans();

    public abstract short[] readShorts();

    public abstract char[] readChars();

    public abstract int[] readInts();

    public abstract long[] readLongs();

    public abstract float[] readFloats();

    public abstract double[] readDoubles();

    /**
     * Begins a record.
     *
     * @param type the record's schema
     * @return the index of the first column, or -1 if there is none
     */
    public abstract int beginRecord(RecordType type);

    /**
     * Goes to the next column of the record that was begun last, or ends it.
     *
     * @return the index of the column, or -1 after the last one
     */
    public abstract int nextColumn();

    /**
     * Begins a list or a set.
     *
     * @return how many elements to make room for; a hint that is never larger than what the input can hold
     */
    public abstract int beginList();

    /**
     * Goes to the next element of the list that was begun last, or ends it.
     *
     * @return false after the last element
     */
    public abstract boolean nextElement();

    /**
     * Begins a map.
     *
     * @return how many entries to make room for; a hint that is never larger than what the input can hold
     */
    public abstract int beginMap();

    /**
     * Goes to the next entry of the map that was begun last, or ends it. Its key is read by {@link #readString}, then its value.
     *
     * @return false after the last entry
     */
    public abstract boolean nextEntry();

    /**
     * Begins a value of a sealed interface; its record follows.
     *
     * @param type the interface's type
     * @return the index of the record among {@link UnionType#variants()}
     */
    public abstract int beginUnion(UnionType type);

    /** Ends the value that was begun last by {@link #beginUnion}. */
    public abstract void endUnion();
}
