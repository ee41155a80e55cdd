package dev.batchwright.engine;

import dev.batchwright.StepFailedException;
import dev.batchwright.cache.StepStore;
import dev.batchwright.shard.PartFooter;
import java.io.IOException;

/** Leaves the mark that a sink has written a shard. */
record SinkEnd(StepStore store, int shard, String attempt) {

    void mark(long rows, boolean lastShard) {
        PartFooter footer = new PartFooter(
                store.step(), store.fingerprint(), shard, 0, 0, rows, 0, rows, "", "none", true, lastShard);
        try {
            store.markDone(footer, attempt);
        } catch (IOException e) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + store.step() + " wrote shard " + shard + ", but that cannot be noted in the cache: " + e,
                    e));
        }
    }
}
