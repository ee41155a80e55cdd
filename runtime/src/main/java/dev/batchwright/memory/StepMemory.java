package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import dev.batchwright.observe.MemoryCounts;

/** What one step holds in one task: batches, rows that wait to be encoded, parts that are being written. Used by the task's thread. */
public final class StepMemory {

    /** Smaller changes are told together, since many threads tell one gauge. */
    private static final long TELLS = 32 << 10;

    private final TaskMemory task;
    private final String step;
    private final HeldGauge gauge;
    private long held;
    private long told;
    private long peak;

    StepMemory(TaskMemory task, String step, HeldGauge gauge) {
        this.task = task;
        this.step = step;
        this.gauge = gauge;
    }

    /**
     * The count of someone who shares his memory with nobody.
     *
     * @return a count without a bound
     */
    public static StepMemory unbounded() {
        TaskMemory.Task alone = new TaskMemory.Task() {
            @Override
            public String name() {
                return "";
            }

            @Override
            public long age() {
                return 0;
            }

            @Override
            public void waiting() {}

            @Override
            public RuntimeException surrender() {
                return new IllegalStateException("Nobody waits for memory that has no bound");
            }
        };
        return new TaskMemory(new MemoryBudget(Long.MAX_VALUE), alone, 0).step("", bytes -> {});
    }

    /**
     * The most that all steps of the run may ever hold.
     *
     * @return a number of bytes
     */
    public long limit() {
        return task.limit();
    }

    /**
     * Holds bytes. Where they are not there, those who can spill are asked to, the caller as well if he can; or the task waits, or ends
     * to begin again later.
     *
     * @param bytes how many
     * @throws BatchwrightException if the budget can never have them
     */
    public void hold(long bytes) {
        if (MemoryCounts.isOff()) {
            return;
        }
        task.hold(step, bytes);
        held += bytes;
        peak = Math.max(peak, held);
        tell(TELLS);
    }

    /**
     * Holds bytes if they are there, or can be made room for without waiting.
     *
     * @param bytes how many
     * @return whether they are held
     */
    public boolean tryHold(long bytes) {
        if (MemoryCounts.isOff()) {
            return true;
        }
        if (!task.tryHold(bytes)) {
            return false;
        }
        held += bytes;
        peak = Math.max(peak, held);
        tell(TELLS);
        return true;
    }

    /**
     * Holds the bytes of a row.
     *
     * @param bytes how many
     * @param shard the shard that the row is in
     * @param row its place there
     * @throws BatchwrightException if the budget can never have them
     */
    public void holdRow(long bytes, int shard, long row) {
        if (bytes > task.limit()) {
            throw new BatchwrightException("A row of " + ByteSize.format(bytes) + " at step " + step + ", row " + row
                    + " of shard " + shard + ", does not fit into the budget of " + ByteSize.format(task.limit())
                    + ". Raise RunOptions.memory and the heap (-Xmx), or split such rows in the step before.");
        }
        hold(bytes);
    }

    /**
     * Gives bytes back.
     *
     * @param bytes how many of those that are held
     */
    public void give(long bytes) {
        if (MemoryCounts.isOff()) {
            return;
        }
        task.give(bytes);
        held -= bytes;
        tell(TELLS);
    }

    void giveAll() {
        give(held);
    }

    private void tell(long smallest) {
        long change = held - told;
        if (Math.abs(change) >= smallest) {
            told = held;
            gauge.changed(change);
        }
    }

    /**
     * Adds something of this step that can give back what it holds; asked by the task's thread only, within {@link #hold}.
     *
     * @param holder the one who can
     */
    public void register(Spillable holder) {
        task.register(holder);
    }

    /**
     * Takes no more notice of someone.
     *
     * @param holder holds nothing any more
     */
    public void unregister(Spillable holder) {
        task.unregister(holder);
    }

    /**
     * The step's name.
     *
     * @return the name
     */
    public String step() {
        return step;
    }

    /**
     * The most that it has held at once.
     *
     * @return a number of bytes
     */
    public long peak() {
        return peak;
    }

    /** The task has ended, and gives back everything. */
    void forget() {
        if (peak < TELLS && told == 0) {
            gauge.changed(peak); // it has never been told
            told = peak;
        }
        held = 0;
        tell(1);
    }
}
