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
    private boolean ended;

    /** Begins with what is in the cache. */
    KeptInfo(StepFolders folders, StepStore store, StepInfo info) {
        this.folders = folders;
        this.store = store;
        this.info = info;
    }

    synchronized StepInfo get() {
        return info;
    }

    /** Changes what the cache says, unless the run has ended. */
    synchronized void update(UnaryOperator<StepInfo> change) {
        StepInfo changed = change.apply(info);
        if (ended || changed.equals(info)) {
            return;
        }
        info = changed;
        folders.write(store, changed);
    }

    /** The run has ended: threads that were left behind change nothing any more, for the cache may be another run's by now. */
    synchronized void end() {
        ended = true;
    }
}
