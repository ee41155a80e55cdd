package dev.batchwright.text;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shard.ValueWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.UUID;

/** What text formats have in common: whole rows only, and values that are written as text. */
public abstract class TextValueWriter extends ValueWriter {

    /** Writes text that UTF-8 can express. */
    protected abstract void text(String value);

    /** Names the column that is being written. */
    protected abstract String column();

    @Override
    public final void nextRow() {
        throw new UnsupportedOperationException("Text files are written by whole rows");
    }

    @Override
    public void writeString(String value) {
        int half = SurrogatePairs.indexOfHalf(value);
        if (half >= 0) {
            throw new InvalidRowException(
                    "Column " + column() + " holds half of a surrogate pair at character " + half
                            + ", which UTF-8 cannot express. Remove it, or store the text as a byte[].",
                    null);
        }
        text(value);
    }

    @Override
    public final void writeBytes(byte[] value) {
        text(Base64.getEncoder().encodeToString(value));
    }

    @Override
    public final void writeEnum(Enum<?> value) {
        text(value.name());
    }

    @Override
    public final void writeDecimal(BigDecimal value) {
        text(value.toString());
    }

    @Override
    public final void writeUuid(UUID value) {
        text(value.toString());
    }

    @Override
    public final void writeInstant(Instant value) {
        text(value.toString());
    }

    @Override
    public final void writeDate(LocalDate value) {
        text(value.toString());
    }

    @Override
    public final void writeDateTime(LocalDateTime value) {
        text(value.toString());
    }

    @Override
    public final void writeDuration(Duration value) {
        text(value.toString());
    }
}
