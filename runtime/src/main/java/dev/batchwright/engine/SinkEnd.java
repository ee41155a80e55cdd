package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.cache.StepStore;
import dev.batchwright.shard.PartFooter;

/** Leaves the mark that a sink has written a shard. */
record SinkEnd(StepStore store, int shard, String attempt) {

    void mark(long rows, boolean lastShard) {
        PartFooter footer = new PartFooter(
                store.step(), store.fingerprint(), shard, 0, 0, rows, 0, rows, "", "none", true, lastShard);
        try {
            store.markDone(footer, attempt);
        } catch (CacheException e) {
            throw new ChainFailure(e); // not for the user code that called
        }
    }
}
