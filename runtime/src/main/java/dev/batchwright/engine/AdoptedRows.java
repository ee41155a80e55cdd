package dev.batchwright.engine;

import dev.batchwright.cache.InputPosition;
import dev.batchwright.cache.UndecidedWriter;
import dev.batchwright.cache.VersionZero;
import dev.batchwright.cache.WriteSettings;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.InvalidValueException;
import dev.batchwright.text.JsonRowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Writes the rows of a step as its only part, until one does not fit; those after it are only counted. */
final class AdoptedRows implements VersionZero.Rows {

    private final UndecidedWriter<Object> writer;
    private final JsonRowReader<Object> reader;
    private final boolean isLastShard;
    private long count;
    private long refused;
    private String firstRefusal = "";

    @SuppressWarnings("unchecked") // the generated manager fixes the type of its rows
    AdoptedRows(StepRuntime step, boolean isLastShard) {
        ShardSerializer<Object> serializer =
                (ShardSerializer<Object>) Objects.requireNonNull(step.manager().output(), step.name());
        WriteSettings settings =
                new WriteSettings(Long.MAX_VALUE, () -> {}, UUID.randomUUID().toString(), bytes -> {}, lastPart -> 0);
        this.writer = new UndecidedWriter<>(
                step.store(), 0, serializer, Objects.requireNonNull(step.encoding(), step.name()), settings, null);
        this.reader = JsonRowReader.of(serializer);
        this.isLastShard = isLastShard;
    }

    @Override
    public void add(byte[] bytes, int length) {
        long number = count++;
        if (length <= 0) {
            refuse(number, length < 0 ? "it is too long" : "it is not an object");
            return;
        }
        try {
            Object row = reader.read(bytes, 0, length);
            if (refused == 0) {
                writer.add(row);
            }
        } catch (InvalidValueException e) {
            refuse(number, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(long number, String why) {
        refused++;
        if (refused == 1) {
            firstRefusal = "row " + number + ": " + why;
        }
    }

    @Override
    public void end() {
        if (refused == 0) {
            writer.finish(InputPosition.at(count), isLastShard);
        }
    }

    /** Gives up what was not ended. */
    void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return count;
    }

    /** Why the rows cannot be taken; empty if they can. */
    String problem() {
        return refused == 0
                ? ""
                : String.format(
                        Locale.ROOT, "as %,d of them do not fit the step's record, first %s", refused, firstRefusal);
    }
}
