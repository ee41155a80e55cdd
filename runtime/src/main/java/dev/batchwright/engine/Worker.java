package dev.batchwright.engine;

import dev.batchwright.StepContext;
import dev.batchwright.StepFailedException;
import dev.batchwright.memory.TaskMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A thread that calls steps: opens each before its first call and closes it at the end. Used by that thread. */
final class Worker {

    private final Deque<StepRuntime> opened = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable TaskMemory memory;

    /** Begins a task. */
    void begin(TaskMemory account) {
        memory = account;
    }

    /** What the task holds that this worker does. */
    TaskMemory memory() {
        TaskMemory account = memory;
        if (account == null) {
            throw new IllegalStateException("No task has begun");
        }
        return account;
    }

    /**
     * Opens a step if this worker has not done so yet. Workers open a step one after the other and are numbered in that order, so
     * that number 0 has finished whatever has to be done once before any other begins.
     */
    void open(StepRuntime step) {
        if (names.contains(step.name())) {
            return;
        }
        try {
            step.workers().open(worker -> step.open(new StepContext(step.name(), worker, step.outputId())));
        } catch (Throwable e) {
            throw new StepFailedException("Step " + step.name() + " could not be opened: " + e, e);
        }
        names.add(step.name());
        opened.push(step);
    }

    /** Closes all that was opened, the last first, and throws what the first failing step threw. */
    void close() {
        StepFailedException failure = null;
        while (!opened.isEmpty()) {
            StepRuntime step = opened.pop();
            try {
                step.close();
            } catch (Throwable e) {
                StepFailedException failed =
                        new StepFailedException("Step " + step.name() + " could not be closed: " + e, e);
                if (failure == null) {
                    failure = failed;
                } else {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
