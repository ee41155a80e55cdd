package dev.batchwright.cache;

import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private final @Nullable PartFooter reached;
    private @Nullable List<T> held = new ArrayList<>();
    private final StepMemory memory;
    private long heldBytes;
    private @Nullable ShardWriter<T> writer;

    /**
     * Begins a shard, or goes on with one.
     *
     * @param store where the parts go
     * @param shard the shard
     * @param serializer the serializer of the rows
     * @param choice decides how the parts are written
     * @param settings when a part is large enough
     * @param reached how far the shard has come, or null if nothing of it is there
     */
    public UndecidedWriter(
            StepStore store,
            int shard,
            ShardSerializer<T> serializer,
            EncodingChoice<T> choice,
            WriteSettings settings,
            @Nullable PartFooter reached) {
        this.store = store;
        this.shard = shard;
        this.serializer = serializer;
        this.choice = choice;
        this.settings = settings;
        this.memory = settings.memory();
        this.reached = reached;
    }

    @Override
    public void add(T row) {
        List<T> first = held;
        if (first == null) {
            decided().add(row);
            return;
        }
        long size = serializer.sizeOf(row);
        memory.holdRow(size, shard, (reached == null ? 0 : reached.endRow()) + first.size());
        first.add(row);
        heldBytes += size;
        if (heldBytes >= choice.wantedBytes() || choice.isSettled()) {
            decide(first);
        }
    }

    /** Where nothing has come yet there is nothing to decide by, and no part. */
    @Override
    public void endPart(InputPosition position) {
        boolean nothing = held != null && held.isEmpty() && position.row() == firstInputRow();
        if (!nothing) {
            writer().endPart(position);
        }
    }

    private long firstInputRow() {
        return reached == null ? 0 : reached.endInputRow();
    }

    @Override
    public void commit() {
        ShardWriter<T> known = writer;
        if (known != null) {
            known.commit();
        }
    }

    @Override
    public void finish(InputPosition position, boolean lastShard) {
        writer().finish(position, lastShard);
    }

    private ShardWriter<T> writer() {
        List<T> first = held;
        return first == null ? decided() : decide(first);
    }

    private ShardWriter<T> decide(List<T> first) {
        PartEncoding encoding = decision(first);
        memory.give(heldBytes);
        heldBytes = 0;
        ShardWriter<T> begun = new ShardWriter<>(store, shard, serializer, encoding, settings, reached);
        held = null;
        writer = begun;
        first.forEach(begun::add);
        return begun;
    }

    private PartEncoding decision(List<T> first) {
        long tried = choice.isSettled() ? 0 : heldBytes; // a trial holds them encoded as well
        memory.hold(tried);
        PartEncoding encoding = choice.decide(Collections.unmodifiableList(first), heldBytes);
        memory.give(tried);
        return encoding;
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
