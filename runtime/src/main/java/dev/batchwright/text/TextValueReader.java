package dev.batchwright.text;

import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/** What text formats have in common: whole rows only, and values that are written as text. */
public abstract class TextValueReader extends ValueReader {

    private static final int UUID_CHARACTERS = 36;

    /** As the time to read a decimal grows with the square of its length, a longer one would stop a run for hours. */
    private static final int LONGEST_DECIMAL = 10_000;

    /** Reads a value that is text, or fails and says what was expected. */
    protected abstract String text(String expected);

    /** Says that the value just read is not what it should be. */
    protected abstract InvalidValueException unexpected(String expected);

    @Override
    public final void nextRow() {
        throw new UnsupportedOperationException("Text files are read by whole rows");
    }

    @Override
    public final byte readByte() {
        return (byte) readInteger(Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte (-128 to 127)");
    }

    @Override
    public final short readShort() {
        return (short) readInteger(Short.MIN_VALUE, Short.MAX_VALUE, "a short (-32768 to 32767)");
    }

    @Override
    public final int readInt() {
        return (int) readInteger(Integer.MIN_VALUE, Integer.MAX_VALUE, "an int (-2147483648 to 2147483647)");
    }

    @Override
    public final long readLong() {
        return readInteger(Long.MIN_VALUE, Long.MAX_VALUE, "a long (-9223372036854775808 to 9223372036854775807)");
    }

    protected abstract long readInteger(long min, long max, String expected);

    @Override
    public final char readChar() {
        String text = text("a char (text of one character)");
        if (text.length() != 1) {
            throw unexpected("a char (text of one character)");
        }
        return text.charAt(0);
    }

    @Override
    public String readString() {
        return text("text");
    }

    @Override
    public final byte[] readBytes() {
        return parsed("bytes in Base64", Base64.getDecoder()::decode);
    }

    @Override
    public final <E extends Enum<E>> E readEnum(Class<E> type) {
        String name = text("the name of a " + type.getSimpleName());
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw unexpected("one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    @Override
    public BigDecimal readDecimal() {
        return decimalOf(text("a decimal"));
    }

    /** Makes a decimal of its text. */
    protected final BigDecimal decimalOf(String text) {
        if (text.length() > LONGEST_DECIMAL) {
            throw unexpected("a decimal of at most 10,000 characters");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw unexpected("a decimal");
        }
    }

    @Override
    public final UUID readUuid() {
        String expected = "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
        return parsed(expected, text -> {
            if (text.length() != UUID_CHARACTERS) {
                throw new IllegalArgumentException();
            }
            return UUID.fromString(text);
        });
    }

    @Override
    public final Instant readInstant() {
        return parsed("an instant such as 2026-01-31T23:59:59.5Z", Instant::parse);
    }

    @Override
    public final LocalDate readDate() {
        return parsed("a date such as 2026-01-31", LocalDate::parse);
    }

    @Override
    public final LocalDateTime readDateTime() {
        return parsed("a date and time such as 2026-01-31T23:59:59.5", LocalDateTime::parse);
    }

    @Override
    public final Duration readDuration() {
        return parsed("a duration such as PT1H30M0.5S", Duration::parse);
    }

    private <T> T parsed(String expected, Function<String, T> parse) {
        String text = text(expected);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw unexpected(expected);
        }
    }
}
