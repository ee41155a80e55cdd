package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one task of a run holds of the budget. It is given what the task is predicted to need, takes more in portions, and gives back
 * what is too much.
 *
 * <p>Tasks that need more than there is follow a rule by which none waits for another in a circle: the oldest waits for the others, and
 * any other gives up all that it holds and begins again later, as old as it was. That is wait-die (Rosenkrantz, Stearns, Lewis:
 * <i>System Level Concurrency Control for Distributed Database Systems</i>, ACM TODS 3 (2), 1978).
 *
 * <p>Used by the thread that runs the task.
 */
public final class TaskMemory implements AutoCloseable {

    /** So that the budget is not asked for every row, nor for more than a small part of it. */
    private static final long LARGEST_PORTION = 64 << 10;

    private static final long PORTIONS = 256;

    private final MemoryBudget budget;
    private final Task task;
    private long admitted;
    private final long portion;
    private final Thread thread = Thread.currentThread();
    private final List<StepMemory> steps = new ArrayList<>();
    private final List<Spillable> spillables = new ArrayList<>();
    private final AtomicLong granted = new AtomicLong(); // changed by the task's thread, read by others for messages
    private long held;
    private long peak;
    private boolean closed;

    /** A task, as the budget sees it. */
    public interface Task {

        /** What it does, for messages. */
        String name();

        /** The smaller, the older; no two tasks of a run have the same, and a task that begins again keeps its own. */
        long age();

        /** Is called again and again while it waits, and ends the wait by an exception. */
        void waiting();

        /** What is thrown for it to give up what it holds and to begin again later. */
        RuntimeException surrender();
    }

    TaskMemory(MemoryBudget budget, Task task, long admitted) {
        this.budget = budget;
        this.task = task;
        this.admitted = admitted;
        this.granted.set(admitted);
        this.portion = Math.max(1, Math.min(LARGEST_PORTION, budget.limit() / PORTIONS));
    }

    /**
     * Begins to count what a step holds.
     *
     * @param step the step's name
     * @param gauge is told what it holds
     * @return its count
     */
    public StepMemory step(String step, HeldGauge gauge) {
        StepMemory memory = new StepMemory(this, step, gauge);
        steps.add(memory);
        return memory;
    }

    /**
     * The most that can ever be held.
     *
     * @return a number of bytes
     */
    public long limit() {
        return budget.limit();
    }

    /** Runs the task. A step may read in threads of its own besides. */
    Thread thread() {
        return thread;
    }

    /** Adds someone of this task who can spill; asked by the task's own thread only. */
    void register(Spillable spillable) {
        spillables.add(spillable);
    }

    void unregister(Spillable spillable) {
        spillables.remove(spillable);
    }

    void hold(String step, long bytes) {
        if (bytes > granted.get() - held) {
            grow(step, bytes);
        }
        held += bytes;
        peak = Math.max(peak, held);
    }

    /** Holds bytes that are there or can be made room for, and never waits; false where they are not. */
    boolean tryHold(long bytes) {
        if (bytes > granted.get() - held && !growsTo(bytes)) {
            return false;
        }
        held += bytes;
        peak = Math.max(peak, held);
        return true;
    }

    private void grow(String step, long bytes) {
        if (bytes > budget.limit()) {
            throw new BatchwrightException("Step " + step + " needs " + ByteSize.format(bytes)
                    + " at once, of a budget of " + ByteSize.format(budget.limit())
                    + ". Raise RunOptions.memory and the heap (-Xmx), or let smaller rows reach the step.");
        }
        if (budget.take(bytes - (granted.get() - held) + portion)) {
            granted.set(held + bytes + portion);
            return;
        }
        if (!growsTo(bytes)) {
            await(step, bytes);
        }
    }

    /** What the task's own holders give back makes less missing. */
    private boolean growsTo(long bytes) {
        long missing = bytes - (granted.get() - held);
        while (missing > 0 && !budget.takeMakingRoom(missing, List.of())) {
            if (!budget.spill(missing, spillables)) {
                return false;
            }
            missing = bytes - (granted.get() - held);
        }
        granted.addAndGet(Math.max(0, missing));
        return true;
    }

    private void await(String step, long bytes) {
        endUnlessOldest(bytes);
        budget.accounts().waits(this);
        try {
            budget.await(step, bytes - (granted.get() - held), () -> growsTo(bytes), () -> {
                task.waiting();
                endUnlessOldest(bytes); // an older one may have begun again
            });
        } finally {
            budget.accounts().waitsNoMore(this);
        }
    }

    /** Ends the task, to begin again later, unless it is the oldest. */
    private void endUnlessOldest(long bytes) {
        if (!budget.accounts().isOldest(this)) {
            peak = Math.max(peak, held + bytes);
            throw task.surrender();
        }
    }

    /**
     * Is called by the task while it waits for memory that is not counted here. It keeps nothing then that it does not hold.
     *
     * @param bytes what it waits for
     */
    public void waiting(long bytes) {
        task.waiting();
        if (!Thread.currentThread().equals(thread)) {
            return; // a step reads rows in a thread of its own
        }
        long unused = granted.get() - held;
        if (unused > 0) {
            admitted = held;
            granted.set(held);
            budget.release(unused);
        } else if (spillOwn() == 0) {
            endUnlessOldest(bytes);
        }
    }

    private long spillOwn() {
        long spilled = 0;
        for (Spillable spillable : spillables) {
            spilled += spillable.spill();
        }
        return spilled;
    }

    /**
     * Whether an older task waits for this one to give back what it holds.
     *
     * @return true if it should begin again later
     */
    public boolean isWaitedFor() {
        return budget.accounts().isWaitedFor(this);
    }

    void give(long bytes) {
        held -= bytes;
        long spare = granted.get() - Math.max(admitted, held + portion);
        if (spare > portion) {
            granted.addAndGet(-spare);
            budget.release(spare);
        }
    }

    /**
     * Has everything given back that can be. Called when the heap is exhausted, whatever the budget says.
     *
     * @param step the step in whose call it was
     */
    public void relieve(String step) {
        spillOwn();
        budget.relieve(step);
    }

    /**
     * The most that the task has held or wanted to hold at once.
     *
     * @return a number of bytes
     */
    public long peak() {
        return peak;
    }

    /**
     * What it holds.
     *
     * @return a number of bytes; 0 at the end of a task in which nothing was forgotten
     */
    public long held() {
        return held;
    }

    /** Gives back what all steps hold, where rows that they were given will never be dealt with. The task goes on with others. */
    public void giveAll() {
        steps.forEach(StepMemory::giveAll);
    }

    /**
     * The steps whose bytes are counted.
     *
     * @return them
     */
    public List<StepMemory> steps() {
        return List.copyOf(steps);
    }

    long age() {
        return task.age();
    }

    String name() {
        return task.name();
    }

    long granted() {
        return granted.get();
    }

    /** Gives back everything. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            steps.forEach(StepMemory::forget);
            budget.release(granted.getAndSet(0));
            budget.accounts().close(this);
        }
    }
}
