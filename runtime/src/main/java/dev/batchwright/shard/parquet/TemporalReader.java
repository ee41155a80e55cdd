package dev.batchwright.shard.parquet;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads times from two columns, as {@link WideTime} splits them, or from one that another tool wrote. */
final class TemporalReader extends ColumnReader {

    private static final long MICROS = 1_000_000;
    private static final long NANOS = 1_000_000_000;

    private final IntegerReader base;
    private final @Nullable IntegerReader rest;
    private final long unitsPerSecond;

    /**
     * Reads a column of times.
     *
     * @param rows which row the column has come to
     * @param base the times, in a unit
     * @param rest what does not fit them, or null if the file has no such column
     * @param unitsPerSecond how many of the unit make a second
     */
    TemporalReader(RowCursor rows, IntegerReader base, @Nullable IntegerReader rest, long unitsPerSecond) {
        super(rows);
        this.base = base;
        this.rest = rest;
        this.unitsPerSecond = unitsPerSecond;
    }

    @Override
    public boolean readNull() {
        if (!base.readNull()) {
            return false;
        }
        if (rest != null) {
            rest.takeAbsent();
        }
        return true;
    }

    @Override
    public Instant readInstant() {
        long time = base.readLong();
        int more = nextRest();
        try {
            return Instant.ofEpochSecond(seconds(time, more), nanos(time, more));
        } catch (DateTimeException | ArithmeticException e) {
            throw tooLarge(e);
        }
    }

    @Override
    public LocalDateTime readDateTime() {
        long time = base.readLong();
        int more = nextRest();
        try {
            return LocalDateTime.ofEpochSecond(seconds(time, more), nanos(time, more), ZoneOffset.UTC);
        } catch (DateTimeException | ArithmeticException e) {
            throw tooLarge(e);
        }
    }

    @Override
    public Duration readDuration() {
        long time = base.readLong();
        int more = nextRest();
        try {
            return Duration.ofSeconds(seconds(time, more), nanos(time, more));
        } catch (DateTimeException | ArithmeticException e) {
            throw tooLarge(e);
        }
    }

    @Override
    public LocalDate readDate() {
        long day = base.readLong();
        int more = nextRest();
        try {
            return LocalDate.ofEpochDay(WideTime.epochDay((int) day, more));
        } catch (DateTimeException e) {
            throw tooLarge(e);
        }
    }

    @Override
    void skipRows(long count) {
        base.skipRows(count);
        if (rest != null) {
            rest.skipRows(count);
        }
    }

    @Override
    String describe() {
        return base.describe();
    }

    private int nextRest() {
        return rest == null ? 0 : rest.readInt();
    }

    private long seconds(long time, int more) {
        return unitsPerSecond == MICROS ? WideTime.seconds(time, more) : Math.floorDiv(time, unitsPerSecond);
    }

    private int nanos(long time, int more) {
        return unitsPerSecond == MICROS
                ? WideTime.nanos(time, more)
                : (int) (Math.floorMod(time, unitsPerSecond) * (NANOS / unitsPerSecond));
    }

    private RuntimeException tooLarge(RuntimeException cause) {
        return base.wrong("a time beyond what Java's types hold", cause);
    }
}
