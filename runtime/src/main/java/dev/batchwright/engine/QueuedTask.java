package dev.batchwright.engine;

import dev.batchwright.memory.TaskMemory;
import java.util.Comparator;

/** A task with its place among others, from its release to its end. Changed by one thread at a time. */
final class QueuedTask implements TaskMemory.Task {

    static final Comparator<QueuedTask> ORDER = Comparator.comparing(QueuedTask::task, Task.ORDER);

    private final Task task;
    private final StopSignal stop;
    private volatile long age = Long.MAX_VALUE;
    private long atLeast;

    QueuedTask(Task task, StopSignal stop) {
        this.task = task;
        this.stop = stop;
    }

    Task task() {
        return task;
    }

    /** Says, before it begins, how old it is; what has begun before keeps its age. */
    void begins(long now) {
        if (age == Long.MAX_VALUE) {
            age = now;
        }
    }

    /** The bytes that it is predicted to hold at most. */
    long predicted() {
        return Math.max(atLeast, task.predictedBytes());
    }

    /** Says that it was given too little, and begins again. */
    void needed(long bytes) {
        atLeast = Math.max(atLeast, bytes);
    }

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public long age() {
        return age;
    }

    @Override
    public void waiting() {
        stop.check();
    }

    @Override
    public RuntimeException surrender() {
        return new TaskYields();
    }
}
