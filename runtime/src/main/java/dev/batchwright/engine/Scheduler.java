package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.memory.MemoryBudget;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.observe.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
    private final Admission admission;
    private final ReentrantLock admitting = new ReentrantLock();
    private final WorkerThreads threads;
    private @Nullable Throwable failure;
    private int working;
    private long changes;
    private boolean ended;
    private boolean finished;
    private Runnable progressed = () -> {};

    Scheduler(RunMetrics metrics, MemoryBudget memory, StopSignal stop) {
        this.metrics = metrics;
        this.stop = stop;
        this.admission = new Admission(memory, metrics);
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
            for (Admission.Admitted task = take(); task != null; task = take()) {
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

    /** One thread at a time looks for a task, so that none overtakes the first that has to wait for memory. */
    private Admission.@Nullable Admitted take() {
        admitting.lock();
        try {
            while (true) {
                QueuedTask task;
                long seen;
                synchronized (lock) {
                    task = next();
                    seen = changes;
                }
                if (task == null) {
                    return null;
                }
                Admission.Admitted admitted = tryToAdmit(task);
                if (admitted != null) {
                    return admitted;
                }
                awaitChange(task, seen);
            }
        } finally {
            admitting.unlock();
        }
    }

    /** Waits for a task; null when none comes any more. */
    private @Nullable QueuedTask next() {
        await(() -> !admission.isEmpty());
        if (ended) {
            return null;
        }
        working++;
        return admission.next();
    }

    private Admission.@Nullable Admitted tryToAdmit(QueuedTask task) {
        try {
            return admission.admit(task);
        } catch (Throwable e) {
            synchronized (lock) {
                working--;
            }
            throw e;
        }
    }

    /** Waits until a task has ended, and so given back memory, or others have come that may be before this one. */
    private void awaitChange(QueuedTask task, long seen) {
        synchronized (lock) {
            working--;
            admission.add(task);
            await(() -> changes != seen);
        }
    }

    /** Waits, under the lock, until something holds or the run ends. */
    private void await(BooleanSupplier holds) {
        while (!ended && !holds.getAsBoolean()) {
            try {
                lock.wait();
            } catch (InterruptedException e) {
                if (!stop.isAsked()) {
                    throw new BatchwrightException("A thread of the run was interrupted from outside of it", e);
                }
            }
        }
    }

    private void runTask(Admission.Admitted admitted, Worker worker) {
        Task task = admitted.task().task();
        Throwable thrown = null;
        try (TaskMemory memory = admitted.memory()) {
            metrics.beginTask(task.stage());
            worker.begin(memory);
            task.run(worker);
            metrics.memory().countForgotten(memory.held());
        } catch (Throwable e) {
            thrown = e;
        }
        synchronized (lock) {
            working--;
            if (thrown instanceof TaskYields && !stop.isAsked()) {
                queueAgain(admitted);
                return;
            }
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

    private void queueAgain(Admission.Admitted admitted) {
        admitted.task().needed(admitted.memory().peak());
        metrics.memory().countYielded();
        admission.add(admitted.task());
        changes++;
        lock.notifyAll();
    }

    private void releaseTasks() {
        try {
            boolean all = true;
            for (StageRun stage : stages) {
                List<Task> tasks = stage.release();
                tasks.forEach(task -> {
                    admission.add(new QueuedTask(task, stop));
                    metrics.addTask(task.stage());
                });
                all &= stage.isFinished();
            }
            progressed.run();
            if (all) {
                finished = true;
                ended = true;
            } else if (!ended && working == 0 && admission.isEmpty()) {
                throw new IllegalStateException("No task is left, yet not all stages are finished");
            }
        } catch (Throwable e) {
            fail(e);
        }
        changes++;
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
        if (e instanceof PlanOutdated) {
            stop.ask(); // the run goes on, with what the others commit now
        } else if (!stop.isAsked()) { // else the others are ending already, and what they have made is committed
            stop.raise();
        }
    }
}
