package dev.batchwright.cache;

import dev.batchwright.shard.PartFooter;
import org.jspecify.annotations.Nullable;

/**
 * Notes how far a sink has come with a shard. A sink makes no rows for the cache; its parts are marks. Used by one thread.
 *
 * @param <T> the rows, of which there are none
 */
public final class MarkWriter<T> implements RowStore<T> {

    private final StepStore store;
    private final int shard;
    private final WriteSettings settings;
    private int part;
    private InputPosition marked;
    private @Nullable PartFooter ended;

    /**
     * Begins a shard, or goes on with one.
     *
     * @param store where the marks go
     * @param shard the shard
     * @param settings tells this attempt from others
     * @param reached how far the shard has come, or null if nothing of it is done
     */
    public MarkWriter(StepStore store, int shard, WriteSettings settings, @Nullable PartFooter reached) {
        this.store = store;
        this.shard = shard;
        this.settings = settings;
        this.part = reached == null ? 0 : reached.part() + 1;
        this.marked = InputPosition.at(reached == null ? 0 : reached.endInputRow());
    }

    @Override
    public void add(T row) {
        throw new IllegalStateException("Step " + store.step() + " is a sink and makes no rows");
    }

    @Override
    public void endPart(InputPosition position) {
        if (position.row() > marked.row()) {
            ended = footer(position, false, false);
        }
    }

    @Override
    public void finish(InputPosition position, boolean lastShard) {
        commit();
        ended = footer(position, true, lastShard);
        commit();
    }

    private PartFooter footer(InputPosition position, boolean lastPart, boolean lastShard) {
        PartFooter footer = new PartFooter(
                store.step(),
                store.fingerprint(),
                shard,
                part,
                marked.row(),
                position.row(),
                marked.row(),
                position.row() - marked.row(),
                "",
                "none",
                lastPart,
                lastShard,
                position.batches(),
                position.restarts(),
                new PartFooter.Digests(0, 0, settings.input().of(lastPart)),
                settings.beside().end(part, marked.row(), position.row()));
        marked = position;
        return footer;
    }

    @Override
    public void commit() {
        PartFooter footer = ended;
        if (footer == null) {
            return;
        }
        settings.beside().commit(part);
        store.markDone(footer, settings.attempt());
        ended = null;
        part++;
    }

    @Override
    public void close() {
        ended = null;
    }
}
