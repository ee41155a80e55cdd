package dev.batchwright.shard.parquet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes times into two columns, as {@link WideTime} splits them. */
final class TemporalWriter extends TypedWriter {

    private final LeafWriter base;
    private final IntegerWriter rest;

    TemporalWriter(LeafWriter base, IntegerWriter rest) {
        this.base = base;
        this.rest = rest;
    }

    @Override
    public void nextRow() {
        base.nextRow();
        rest.nextRow();
    }

    @Override
    public void writeNull() {
        base.writeNull();
        rest.writeNull();
    }

    @Override
    public void writeInstant(Instant value) {
        write(value.getEpochSecond(), value.getNano());
    }

    @Override
    @SuppressWarnings("JavaLocalDateTimeGetNano") // Beside the seconds.
    public void writeDateTime(LocalDateTime value) {
        write(value.toEpochSecond(ZoneOffset.UTC), value.getNano());
    }

    @Override
    public void writeDuration(Duration value) {
        write(value.getSeconds(), value.getNano());
    }

    @Override
    public void writeDate(LocalDate value) {
        long day = value.toEpochDay();
        base.writeInt((int) day);
        rest.writeInt(WideTime.restOfDay(day));
    }

    private void write(long seconds, int nanos) {
        base.writeLong(WideTime.base(seconds, nanos));
        rest.writeInt(WideTime.rest(seconds, nanos));
    }

    @Override
    String describe() {
        return base.describe();
    }
}
