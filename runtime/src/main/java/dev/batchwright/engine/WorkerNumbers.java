package dev.batchwright.engine;

import java.util.concurrent.locks.ReentrantLock;

/** Numbers the workers that open a step, and lets them do so one after the other. Safe for use by several threads. */
final class WorkerNumbers {

    private final ReentrantLock lock = new ReentrantLock();
    private int next;

    /** Opens a step for a worker. */
    interface Opening {
        void open(int worker) throws Exception;
    }

    /** Waits for those that came before, unless the thread is interrupted, since the first may take long. */
    void open(Opening opening) throws Exception {
        lock.lockInterruptibly();
        try {
            opening.open(next++);
        } finally {
            lock.unlock();
        }
    }
}
