package dev.batchwright.engine;

import dev.batchwright.cache.StepInfo;
import dev.batchwright.generated.StepSettings;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the memory that a step needs: from earlier runs, and from the tasks of this one. Tasks are admitted by it, and batches
 * are no larger than it says. Safe for use by several threads.
 */
final class LearnedMemory {

    /** A batch that waits for its call and one that is in the call take no more than this share of the budget together. */
    private static final int SHARE_OF_BATCHES = 8;

    /** What a step is taken to need of which nothing is known: little, since a task that needs more can get it. */
    private static final long FIRST_GUESS = 2L << 20;

    private static final long SHARE_OF_FIRST_GUESS = 64;

    private final StepSettings settings;
    private final KeptInfo info;
    private final long budget;
    private volatile int batchRows;
    private volatile long batchBytes;
    private final StepInfo.@Nullable Memory known;
    private long peak;
    private double peakPerInput;

    /**
     * Begins with what an earlier run has found.
     *
     * @param budget what the run may hold, in bytes
     */
    LearnedMemory(StepSettings settings, KeptInfo info, long budget) {
        this.settings = settings;
        this.info = info;
        this.budget = budget;
        this.known = info.get().memory();
        this.batchRows = known == null || known.batchRows() == 0 ? settings.batchRows() : known.batchRows();
        this.batchBytes = known == null || known.batchBytes() == 0 ? settings.batchBytes() : known.batchBytes();
    }

    /**
     * What is kept of a step before its first run: how its batches are cut. Another run, with more or less memory, has to cut them in the
     * same way, for what a sink has written of a batch before it was interrupted has the batch's id.
     *
     * @return null for a step that is not handed batches
     */
    static StepInfo.@Nullable Memory first(StepSettings settings, long budget) {
        if (!settings.kind().isBatched()) {
            return null;
        }
        long share = Math.max(1, budget / SHARE_OF_BATCHES / (1 + settings.concurrency()));
        return new StepInfo.Memory(0, 0, settings.batchRows(), Math.min(settings.batchBytes(), share));
    }

    /** The most rows that a batch may have. */
    int batchRows() {
        return batchRows;
    }

    /** The most bytes that a batch may have; a single row may have more. */
    long batchBytes() {
        return batchBytes;
    }

    /**
     * Says that the heap was exhausted in a call, so that no later one is as large, in this run nor in those after it.
     *
     * @param rows the rows that the call was given
     * @param bytes their size
     */
    void wasTooLarge(int rows, long bytes) {
        synchronized (this) {
            batchRows = Math.min(batchRows, Math.max(1, rows / 2));
            batchBytes = Math.min(batchBytes, Math.max(1, bytes / 2));
        }
        keep();
    }

    /**
     * The most bytes that the step is likely to hold in a task.
     *
     * @param input the size of the task's input, in bytes or in rows as its source tells it; 0 if it is not known
     */
    synchronized long predicted(long input) {
        long most = Math.max(peak, known == null ? 0 : known.peakBytes());
        if (most == 0) {
            return Math.min(FIRST_GUESS, budget / SHARE_OF_FIRST_GUESS);
        }
        double rate = Math.max(peakPerInput, known == null ? 0 : known.peakPerInput());
        return input > 0 && rate > 0 ? Math.min(most, (long) Math.ceil(rate * input)) : most;
    }

    /**
     * Says what the step held in a task that has ended well.
     *
     * @param held the most bytes at once
     * @param input the size of the task's input; 0 if it is not known
     */
    synchronized void held(long held, long input) {
        peak = Math.max(peak, held);
        if (input > 0) {
            peakPerInput = Math.max(peakPerInput, (double) held / input);
        }
    }

    /** Keeps what was found for later runs. What they find takes its place, so that a step that needs less by then gets less. */
    void keep() {
        info.update(before -> {
            StepInfo.Memory found = found();
            return found == null || isAbout(found, before.memory()) ? before : before.withMemory(found);
        });
    }

    /** The run has ended: nothing more is kept, whoever still finds something. */
    void end() {
        info.end();
    }

    /** Whether what was found is not worth a file. */
    private static boolean isAbout(StepInfo.Memory found, StepInfo.@Nullable Memory before) {
        return before != null
                && found.batchRows() == before.batchRows()
                && found.batchBytes() == before.batchBytes()
                && Math.abs(found.peakBytes() - before.peakBytes()) <= before.peakBytes() / 8;
    }

    private synchronized StepInfo.@Nullable Memory found() {
        boolean hasBatches = settings.kind().isBatched();
        if (peak == 0 && !hasBatches) {
            return known;
        }
        return new StepInfo.Memory(
                peak == 0 && known != null ? known.peakBytes() : peak,
                peak == 0 && known != null ? known.peakPerInput() : peakPerInput,
                hasBatches ? batchRows : 0,
                hasBatches ? batchBytes : 0);
    }
}
