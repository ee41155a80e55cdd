package dev.batchwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads that do the tasks of a run. Used by the thread that runs the pipeline, but for {@link #interrupt}. */
final class WorkerThreads {

    private static final long POLL_MILLIS = 200;

    /** How long a read may go on after the run was asked to end, and again after it was interrupted. */
    private static final long READ_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long threads that were interrupted are waited for. */
    private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final StopSignal stop;
    private final List<Thread> threads = new ArrayList<>();
    private boolean readsInterrupted;
    private boolean interrupted;

    WorkerThreads(StopSignal stop) {
        this.stop = stop;
    }

    /** Starts a thread. */
    void start(Runnable work) {
        Thread thread = new Thread(work, "batchwright-worker-" + threads.size());
        thread.setDaemon(true);
        thread.start();
        synchronized (threads) {
            threads.add(thread);
        }
        if (stop.isRaised()) {
            thread.interrupt();
        }
    }

    /** Interrupts all but the one that calls. */
    void interrupt() {
        synchronized (threads) {
            threads.stream()
                    .filter(thread -> !thread.equals(Thread.currentThread()))
                    .forEach(Thread::interrupt);
        }
    }

    /**
     * Waits for the threads to end. When the run was asked to end they are waited for, but for those that sit in the read of a
     * source; when it is to end at once they are left behind after some time. An interrupt asks the run to end, another one ends it
     * at once.
     */
    void join() {
        while (!hasEnded() && !stop.isRaised()) {
            poll();
            if (stop.isOverdue() && !stop.isRaised()) {
                endReads();
            }
        }
        long began = System.nanoTime();
        while (!hasEnded() && System.nanoTime() - began < (isHopeless() ? READ_NANOS : LEAVE_NANOS)) {
            poll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Allocates nothing, as a step may have all of the heap for a moment. */
    private boolean hasEnded() {
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).isAlive()) {
                return false;
            }
        }
        return true;
    }

    /** Allocates nothing either. */
    private void poll() {
        try {
            for (int i = 0; i < threads.size(); i++) {
                if (threads.get(i).isAlive()) {
                    threads.get(i).join(POLL_MILLIS);
                    return;
                }
            }
        } catch (InterruptedException e) {
            if (stop.isAsked()) {
                stop.raise();
            } else {
                stop.ask();
            }
            interrupted = true;
        }
    }

    /**
     * A read that has gone on since the run was asked to end is interrupted; if it does not end by that, nothing is left to wait for.
     * Neither is there if a step ends the process itself, which waits for the run.
     */
    private void endReads() {
        List<Thread> reading = threads.stream().filter(Whereabouts::isReading).toList();
        if (!readsInterrupted) {
            readsInterrupted = true;
            reading.forEach(Thread::interrupt);
        } else if (Whereabouts.isExitCalled() || (isHopeless() && stop.isAskedFor(2 * READ_NANOS))) {
            stop.raise();
        }
    }

    /** Whether no thread does anything but to sit in the read of a source, or in the end of the process. */
    private boolean isHopeless() {
        return threads.stream()
                .allMatch(
                        thread -> !thread.isAlive() || Whereabouts.isReading(thread) || Whereabouts.isExiting(thread));
    }
}
