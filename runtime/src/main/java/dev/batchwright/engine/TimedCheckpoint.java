package dev.batchwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Closes the open parts of a task when one of them is large enough or some time has passed. That happens between two rows that enter
 * the task, when no step of it is within a call: what a step has made then stems from whole batches, and what it has not is made again
 * from the rows before it. The last steps close their parts first and commit them last, so that no step ever has rows in the cache
 * that stem from rows of another one which are not there. Used by one thread.
 */
final class TimedCheckpoint implements Checkpoint {

    private final LongSupplier clock;
    private final long intervalNanos;
    private final TaskStop stop;
    private final List<Emitter<?>> emitters = new ArrayList<>();
    private boolean wanted;
    private long deadline;

    /**
     * Begins the first interval.
     *
     * @param clock the time in nanoseconds, from any origin; asked for every row, so it is cheap
     * @param intervalNanos how long a part is open at most
     * @param stop says when the run is to end
     */
    TimedCheckpoint(LongSupplier clock, long intervalNanos, TaskStop stop) {
        this.clock = clock;
        this.intervalNanos = intervalNanos;
        this.stop = stop;
        this.deadline = clock.getAsLong() + intervalNanos;
    }

    /** Adds a step whose rows are kept. Called for each after those that feed it. */
    void add(Emitter<?> emitter) {
        emitters.add(emitter);
    }

    /** Asks for a checkpoint before the next row. */
    void want() {
        wanted = true;
    }

    @Override
    public void rowDone() {
        stop.afterRow();
        if (wanted || clock.getAsLong() - deadline >= 0) {
            commit();
        }
    }

    /** Commits what there is. */
    void commit() {
        commit(emitters);
    }

    @Override
    public void commitWhole() {
        int whole = 0;
        while (whole < emitters.size() && emitters.get(whole).isWhole()) {
            whole++;
        }
        commit(emitters.subList(0, whole));
    }

    private void commit(List<Emitter<?>> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).endPart();
        }
        steps.forEach(Emitter::commitPart);
        wanted = false;
        deadline = clock.getAsLong() + intervalNanos;
    }
}
