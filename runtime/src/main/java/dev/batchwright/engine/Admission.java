package dev.batchwright.engine;

import dev.batchwright.memory.MemoryBudget;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.observe.RunMetrics;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks begin, one after the other in their order, as soon as the budget has what they are predicted to need. The first in order is
 * never passed over for one that needs less, so that it does not wait for ever. Its state is guarded by the scheduler's lock.
 */
final class Admission {

    private final MemoryBudget memory;
    private final RunMetrics metrics;
    private final PriorityQueue<QueuedTask> ready = new PriorityQueue<>(QueuedTask.ORDER);
    private long begun;

    Admission(MemoryBudget memory, RunMetrics metrics) {
        this.memory = memory;
        this.metrics = metrics;
    }

    /**
     * A task that may begin.
     *
     * @param task the task
     * @param memory its account
     */
    record Admitted(QueuedTask task, TaskMemory memory) {}

    void add(QueuedTask task) {
        ready.add(task);
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    /** Takes the first task in order; it is given back by {@link #add} where it is not admitted. */
    @Nullable
    QueuedTask next() {
        QueuedTask task = ready.poll();
        if (task != null) {
            task.begins(begun++);
        }
        return task;
    }

    /** Asks for the memory of a task; null where others have to give some back before. Needs no lock, as it may move rows to disk. */
    @Nullable
    Admitted admit(QueuedTask task) {
        TaskMemory account = memory.admit(task, task.predicted());
        if (account == null) {
            metrics.memory().countHeldBack();
            return null;
        }
        return new Admitted(task, account);
    }
}
