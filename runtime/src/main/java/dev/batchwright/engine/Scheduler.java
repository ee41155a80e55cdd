package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.observe.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives the tasks of a run to its workers. Every wait in here ends: when a task comes, when all stages are finished, or when the
 * run fails; a run in which nothing is left to do and nothing is finished fails as well.
 */
final class Scheduler {

    private static final long LEAVE_SECONDS = 30;

    private final RunMetrics metrics;
    private final StopSignal stop;
    private final Object lock = new Object();
    private final List<StageRun> stages = new ArrayList<>();
    private final PriorityQueue<Task> ready = new PriorityQueue<>(Task.ORDER);
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Throwable failure;
    private int working;
    private boolean ended;
    private Runnable progressed = () -> {};

    Scheduler(RunMetrics metrics, StopSignal stop) {
        this.metrics = metrics;
        this.stop = stop;
    }

    void add(StageRun stage) {
        stages.add(stage);
    }

    /**
     * Runs all stages to their end.
     *
     * @param progressed is called, under the lock, whenever a task has ended
     */
    void run(int workers, Runnable progressed) {
        synchronized (lock) {
            this.progressed = progressed;
            releaseTasks();
        }
        for (int i = 0; i < workers; i++) {
            Worker worker = new Worker();
            Thread thread = new Thread(() -> work(worker), "batchwright-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        join();
        synchronized (lock) {
            if (failure != null) {
                throw Failures.ofRun(failure);
            }
        }
    }

    /** Looks for tasks that have become possible. Called by tasks that make others possible while they still run. */
    void changed() {
        synchronized (lock) {
            releaseTasks();
        }
    }

    private void join() {
        try {
            for (Thread thread : threads) {
                while (thread.isAlive() && !stop.isRaised()) {
                    thread.join(TimeUnit.SECONDS.toMillis(1));
                }
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEAVE_SECONDS);
            for (Thread thread : threads) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                thread.join(Math.max(1, left)); // a step that does not let itself be interrupted is left behind
            }
        } catch (InterruptedException e) {
            fail(new BatchwrightException("The thread that ran the pipeline was interrupted", e));
            Thread.currentThread().interrupt();
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
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    private @Nullable Task take() throws InterruptedException {
        synchronized (lock) {
            while (!ended && ready.isEmpty()) {
                lock.wait();
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
            boolean finished = true;
            for (StageRun stage : stages) {
                List<Task> tasks = stage.release();
                ready.addAll(tasks);
                tasks.forEach(task -> metrics.addTask(task.stage()));
                finished &= stage.isFinished();
            }
            progressed.run();
            if (finished) {
                ended = true;
            } else if (working == 0 && ready.isEmpty()) {
                throw new IllegalStateException("No task is left, yet not all stages are finished");
            }
        } catch (Throwable e) {
            fail(e);
        }
        lock.notifyAll();
    }

    private void fail(Throwable e) {
        synchronized (lock) {
            if (failure == null || (Failures.isStop(failure) && !Failures.isStop(e))) {
                failure = e;
            } else if (!Failures.isStop(e) && !e.equals(failure)) {
                failure.addSuppressed(e);
            }
            ended = true;
            stop.raise();
            lock.notifyAll();
        }
        threads.stream()
                .filter(thread -> !thread.equals(Thread.currentThread()))
                .forEach(Thread::interrupt);
    }
}
