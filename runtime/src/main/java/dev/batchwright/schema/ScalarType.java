package dev.batchwright.schema;

import java.util.Locale;

/** The types of single values. */
public enum ScalarType implements ColumnType {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    /** Text, stored as UTF-8. */
    STRING,
    /** A {@code byte[]}. */
    BYTES,
    /** A {@code BigDecimal} with its scale, stored as its text. */
    DECIMAL,
    UUID,
    /** A {@code java.time.Instant}, to the nanosecond. */
    INSTANT,
    /** A {@code java.time.LocalDate}. */
    DATE,
    /** A {@code java.time.LocalDateTime}, to the nanosecond. */
    DATE_TIME,
    /** A {@code java.time.Duration}, to the nanosecond. */
    DURATION;

    @Override
    public String describe() {
        return name().toLowerCase(Locale.ROOT);
    }
}
