package dev.batchwright.engine;

import dev.batchwright.Dataset;
import dev.batchwright.StepFailedException;
import dev.batchwright.cache.InputPosition;

/** Calls a step that takes rows by key, group by group, for one shard of keys. */
abstract class GroupFeed implements Feed {

    private static final int GROUPS_EACH_TURN = 16;

    private final StepRuntime step;
    private final int shard;
    private final Chain chain;
    private final Emitter<Object> entry;
    private final CallTimer timer;
    private final ReadFailure failure = new ReadFailure();
    private final long groupsToSkip;
    private long groups;
    private long reportedRows;
    private long reportedCalls;
    private long reportedNanos;
    private long reportedAllocated;

    GroupFeed(StepRuntime step, int shard, Chain chain, Emitter<Object> entry, Start start) {
        this.step = step;
        this.shard = shard;
        this.chain = chain;
        this.entry = entry;
        this.timer = new CallTimer(entry);
        this.groupsToSkip = start.inputRow();
        this.reportedRows = start.outputRow();
        entry.progressIs(() -> InputPosition.at(groups));
    }

    final Emitter<Object> entry() {
        return entry;
    }

    final StepRuntime step() {
        return step;
    }

    /** The rows of a group, as the step is handed them. */
    final Dataset<Object> watched(Dataset<Object> rows) {
        return new WatchedDataset<>(rows, failure, () -> {});
    }

    /** Goes to the next key; false after the last one. */
    abstract boolean nextGroup();

    /** The key that was gone to. */
    abstract Object key();

    /** Calls the user's method for that key. */
    abstract void call() throws Exception;

    @Override
    public final boolean advance() {
        try {
            return processSome();
        } finally {
            report();
        }
    }

    private boolean processSome() {
        for (int i = 0; i < GROUPS_EACH_TURN; i++) {
            entry.stop().beforeCall();
            if (!nextGroup()) {
                entry.finish(false);
                step.metrics().countShard();
                return false;
            }
            if (groups++ >= groupsToSkip) {
                process();
                chain.checkpoint().rowDone();
            }
        }
        return true;
    }

    private void process() {
        boolean before = entry.stop().handOn();
        try {
            entry.callBegins();
            long began = timer.begin();
            call();
            failure.rethrow();
            timer.end(began);
            entry.callEnds();
        } catch (Throwable e) {
            throw failed(Failures.reason(e, entry.broken()));
        } finally {
            entry.stop().handedOn(before);
        }
    }

    private RuntimeException failed(Throwable e) {
        RuntimeException other = Failures.notOfStep(e, entry.stop().isAsked());
        if (other != null) {
            return other;
        }
        return new ChainFailure(new StepFailedException(
                "Step " + step.name() + " failed in shard " + shard + " at the group of key " + key() + ": " + e, e));
    }

    private void report() {
        long nanos = timer.nanos();
        step.metrics().addRows(0, entry.rows() - reportedRows, 0, timer.calls() - reportedCalls);
        long allocated = timer.allocated();
        step.metrics().addStepNanos(nanos - reportedNanos);
        step.metrics().addAllocated(allocated - reportedAllocated, timer.largestAllocated());
        reportedAllocated = allocated;
        reportedRows = entry.rows();
        reportedCalls = timer.calls();
        reportedNanos = nanos;
    }
}
