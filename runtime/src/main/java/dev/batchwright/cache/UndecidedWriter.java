package dev.batchwright.cache;

import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first rows of a shard until there are enough to decide how to write them, or until they cannot be held longer; from then
 * on it is but a {@link ShardWriter}.
 *
 * @param <T> the rows
 */
public final class UndecidedWriter<T> implements RowStore<T> {

    private final StepStore store;
    private final int shard;
    private final ShardSerializer<T> serializer;
    private final EncodingChoice<T> choice;
    private final WriteSettings settings;
    private @Nullable FirstRows<T> held = new FirstRows<>();
    private @Nullable ShardWriter<T> writer;
    private long deadline;

    /**
     * Begins a shard.
     *
     * @param store where the parts go
     * @param shard the shard
     * @param serializer the serializer of the rows
     * @param choice decides how the parts are written
     * @param settings when parts are closed
     */
    public UndecidedWriter(
            StepStore store,
            int shard,
            ShardSerializer<T> serializer,
            EncodingChoice<T> choice,
            WriteSettings settings) {
        this.store = store;
        this.shard = shard;
        this.serializer = serializer;
        this.choice = choice;
        this.settings = settings;
    }

    @Override
    public void add(T row) {
        FirstRows<T> first = held;
        if (first == null) {
            decided().add(row);
            return;
        }
        if (first.rows().isEmpty()) {
            deadline = settings.clock().getAsLong() + settings.checkpointNanos();
        }
        first.add(row, serializer.sizeOf(row));
        if (first.bytes() >= choice.wantedBytes() || choice.isSettled()) {
            decide(first);
        }
    }

    @Override
    public void boundary(long inputRow) {
        FirstRows<T> first = held;
        if (first == null) {
            decided().boundary(inputRow);
        } else if (!first.rows().isEmpty() && settings.clock().getAsLong() - deadline >= 0) {
            decide(first).boundary(inputRow);
        } else {
            first.boundary(inputRow);
        }
    }

    @Override
    public void finish(long inputRow, boolean lastShard) {
        FirstRows<T> first = held;
        ShardWriter<T> last = first == null ? decided() : decide(first);
        last.finish(inputRow, lastShard);
    }

    private ShardWriter<T> decide(FirstRows<T> first) {
        PartEncoding encoding = choice.decide(first.rows(), first.bytes());
        ShardWriter<T> begun = new ShardWriter<>(store, shard, serializer, encoding, settings);
        held = null;
        writer = begun;
        first.playTo(begun);
        begun.endOpenPartBy(deadline);
        return begun;
    }

    private ShardWriter<T> decided() {
        ShardWriter<T> known = writer;
        if (known == null) {
            throw new IllegalStateException("Shard " + shard + " of step " + store.step() + " has been closed");
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        held = null;
        ShardWriter<T> open = writer;
        if (open != null) {
            open.close();
        }
    }
}
