package dev.batchwright.engine;

import dev.batchwright.cache.StepFolders;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.cache.StepStore;
import java.util.function.UnaryOperator;

/** What the cache says of a step during a run, which several find out something new for. Safe for use by several threads. */
final class KeptInfo {

    private final StepFolders folders;
    private final StepStore store;
    private StepInfo info;

    /** Begins with what is in the cache. */
    KeptInfo(StepFolders folders, StepStore store, StepInfo info) {
        this.folders = folders;
        this.store = store;
        this.info = info;
    }

    synchronized StepInfo get() {
        return info;
    }

    /** Changes what the cache says. */
    synchronized void update(UnaryOperator<StepInfo> change) {
        info = change.apply(info);
        folders.write(store, info);
    }
}
