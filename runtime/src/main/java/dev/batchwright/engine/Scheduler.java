package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.observe.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gives the tasks of a run to its workers. Every wait in here ends: when a task comes, when all stages are finished, or when the
 * run fails; a run in which nothing is left to do and nothing is finished fails as well.
 */
final class Scheduler {

    private final RunMetrics metrics;
    private final StopSignal stop;
    private final Object lock = new Object();
    private final List<StageRun> stages = new ArrayList<>();
    private final PriorityQueue<Task> ready = new PriorityQueue<>(Task.ORDER);
    private final WorkerThreads threads;
    private @Nullable Throwable failure;
    private int working;
    private boolean ended;
    private boolean finished;
    private Runnable progressed = () -> {};

    Scheduler(RunMetrics metrics, StopSignal stop) {
        this.metrics = metrics;
        this.stop = stop;
        this.threads = new WorkerThreads(stop);
    }

    void add(StageRun stage) {
        stages.add(stage);
    }

    /**
     * Runs all stages to their end, unless the run is asked to end before.
     *
     * @param progressed is called, under the lock, whenever a task has ended
     */
    void run(int workers, Runnable progressed) {
        synchronized (lock) {
            this.progressed = progressed;
            releaseTasks();
        }
        stop.whenAsked(this::asked);
        try {
            for (int i = 0; i < workers; i++) {
                Worker worker = new Worker();
                threads.start(() -> work(worker));
            }
        } catch (Throwable e) {
            fail(e); // no more threads are to be had; those that have begun are waited for
        }
        threads.join();
        synchronized (lock) {
            if (failure != null) {
                throw Failures.ofRun(failure);
            }
            if (!finished) {
                throw new RunStopped();
            }
        }
    }

    /** Looks for tasks that have become possible. Called by tasks that make others possible while they still run. */
    void changed() {
        synchronized (lock) {
            releaseTasks();
        }
    }

    /** The run is to end: no other task begins. */
    private void asked() {
        synchronized (lock) {
            ended = true;
            lock.notifyAll();
        }
        if (stop.isRaised()) {
            threads.interrupt();
        }
    }

    private void work(Worker worker) {
        try {
            for (Task task = take(); task != null; task = take()) {
                runTask(task, worker);
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            try {
                worker.close();
            } catch (Throwable e) {
                fail(e);
            }
        }
    }

    private @Nullable Task take() {
        synchronized (lock) {
            while (!ended && ready.isEmpty()) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    if (!stop.isAsked()) {
                        throw new BatchwrightException("A thread of the run was interrupted from outside of it", e);
                    }
                }
            }
            if (ended) {
                return null;
            }
            working++;
            return ready.remove();
        }
    }

    private void runTask(Task task, Worker worker) {
        Throwable thrown = null;
        try {
            metrics.beginTask(task.stage());
            task.run(worker);
        } catch (Throwable e) {
            thrown = e;
        }
        synchronized (lock) {
            working--;
            if (thrown instanceof RunStopped && stop.isAsked()) {
                return;
            }
            if (thrown != null) {
                fail(thrown);
                return;
            }
            metrics.endTask(task.stage());
            task.done();
            releaseTasks();
        }
    }

    private void releaseTasks() {
        try {
            boolean all = true;
            for (StageRun stage : stages) {
                List<Task> tasks = stage.release();
                ready.addAll(tasks);
                tasks.forEach(task -> metrics.addTask(task.stage()));
                all &= stage.isFinished();
            }
            progressed.run();
            if (all) {
                finished = true;
                ended = true;
            } else if (!ended && working == 0 && ready.isEmpty()) {
                throw new IllegalStateException("No task is left, yet not all stages are finished");
            }
        } catch (Throwable e) {
            fail(e);
        }
        lock.notifyAll();
    }

    private void fail(Throwable e) {
        synchronized (lock) {
            if (failure == null && stop.isRaised()) {
                return; // what is thrown when threads are interrupted is no reason
            }
            if (failure == null || (Failures.isStop(failure) && !Failures.isStop(e))) {
                failure = e;
            } else if (!Failures.isStop(e) && !e.equals(failure)) {
                failure.addSuppressed(e);
            }
            ended = true;
            lock.notifyAll();
        }
        if (!stop.isAsked()) { // else the others are ending already, and what they have made is committed
            stop.raise();
        }
    }
}
