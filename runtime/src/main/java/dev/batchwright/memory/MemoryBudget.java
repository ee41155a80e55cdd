package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import dev.batchwright.shard.ColumnMemory;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that a run may hold, shared by all who hold some. Safe for use by several threads. */
public final class MemoryBudget implements ColumnMemory.Room {

    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private volatile Runnable shortage = () -> {};

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
            shortage.run();
            sum = held.get();
        }
        if (sum > limit) {
            held.addAndGet(-bytes);
            throw new BatchwrightException("Step " + step + " groups more rows than memory allows: the run would hold "
                    + ByteSize.format(sum) + " of a budget of " + ByteSize.format(limit)
                    + ". Raise RunOptions.memory and the heap (-Xmx), or let fewer or smaller rows reach the step.");
        }
    }

    /**
     * Says who can give bytes back when there are not enough.
     *
     * @param giver gives back what it can; called by threads that need bytes
     */
    public void onShortage(Runnable giver) {
        shortage = giver;
    }

    /** Takes bytes that nobody depends on, and asks nobody to give any back for them. */
    @Override
    public boolean take(long bytes) {
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    @Override
    public void give(long bytes) {
        release(bytes);
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
