package dev.batchwright.engine;

/**
 * A clock that is asked for every row: it is set from a thread of its own and costs one volatile read. Late by some tens of
 * milliseconds at most.
 */
final class CoarseClock implements RunClock {

    private static final int TICK_MILLIS = 50;

    private final Object ended = new Object();
    private final Thread thread = new Thread(this::tick, "batchwright-clock");
    private volatile long nanos = System.nanoTime();
    private boolean closed;

    CoarseClock() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    private void tick() {
        synchronized (ended) {
            while (!closed) {
                nanos = System.nanoTime();
                try {
                    ended.wait(TICK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (ended) {
            closed = true;
            ended.notifyAll();
        }
    }
}
