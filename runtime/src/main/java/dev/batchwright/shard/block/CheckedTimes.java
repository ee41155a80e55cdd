package dev.batchwright.shard.block;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Makes times of what a file says, and refuses those that Java does not have. */
public final class CheckedTimes {

    private CheckedTimes() {}

    /** The date that is so many days after 1970-01-01. */
    static LocalDate date(CheckedBlock in, long day) {
        try {
            return LocalDate.ofEpochDay(day);
        } catch (DateTimeException e) {
            throw in.corrupt("a date is beyond the last year", e);
        }
    }

    /** A moment by its second since 1970, with nanoseconds that are fewer than a second. */
    public static Instant instant(CheckedBlock in, long second, int nanos) {
        try {
            return Instant.ofEpochSecond(second, nanos);
        } catch (DateTimeException e) {
            throw in.corrupt("an instant is beyond the last year", e);
        }
    }

    /** A date with time by its second since 1970-01-01T00:00, with nanoseconds that are fewer than a second. */
    public static LocalDateTime dateTime(CheckedBlock in, long second, int nanos) {
        try {
            return LocalDateTime.ofEpochSecond(second, nanos, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw in.corrupt("a date with time is beyond the last year", e);
        }
    }
}
