package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that a run may hold, shared by all who hold some. Safe for use by several threads. */
public final class MemoryBudget {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    /**
     * Makes a budget of which nothing is used.
     *
     * @param limit the most that may be held, in bytes
     */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /**
     * Takes bytes.
     *
     * @param step the step on whose behalf
     * @param bytes how many
     * @throws BatchwrightException if they exceed the budget; nothing is then taken
     */
    public void reserve(String step, long bytes) {
        long sum = held.addAndGet(bytes);
        if (sum > limit) {
            held.addAndGet(-bytes);
            throw new BatchwrightException("Step " + step + " groups more rows than memory allows: the run would hold "
                    + ByteSize.format(sum) + " of a budget of " + ByteSize.format(limit)
                    + ". Raise RunOptions.memory and the heap (-Xmx), or let fewer or smaller rows reach the step.");
        }
    }

    /**
     * Gives bytes back.
     *
     * @param bytes how many of those that were taken
     */
    public void release(long bytes) {
        held.addAndGet(-bytes);
    }

    /**
     * What is taken.
     *
     * @return a number of bytes
     */
    public long held() {
        return held.get();
    }
}
