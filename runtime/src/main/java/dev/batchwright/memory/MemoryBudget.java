package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import dev.batchwright.shard.ColumnMemory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The bytes that a run may hold, shared by all who hold some. Safe for use by several threads. */
public final class MemoryBudget implements ColumnMemory.Room {

    /** Less than this share of the budget is not worth a file. */
    private static final long LEAST_SHARE = 16;

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final Set<Spillable> holders = ConcurrentHashMap.newKeySet();
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
     * The most that may be held.
     *
     * @return a number of bytes
     */
    public long limit() {
        return limit;
    }

    /**
     * Takes bytes. Where they are not there, those who can spill are asked to, one after the other; where nobody can, it waits until
     * others give bytes back. Whoever calls this holds none himself that he cannot spill, so that nobody waits for him.
     *
     * @param step the step on whose behalf
     * @param bytes how many
     * @param waiting is called again and again while it waits, and ends the wait by an exception
     * @throws BatchwrightException if they alone exceed the budget; nothing is then taken
     */
    public void reserve(String step, long bytes, Runnable waiting) {
        if (bytes > limit) {
            throw new BatchwrightException("Step " + step + " needs " + ByteSize.format(bytes)
                    + " at once, for a row that it groups and what goes with"
                    + " it, of a budget of " + ByteSize.format(limit)
                    + ". Raise RunOptions.memory and the heap (-Xmx), or let smaller rows reach the step.");
        }
        while (!take(bytes)) {
            shortage.run();
            if (take(bytes)) {
                return;
            }
            if (!spill(Math.max(held.get() + bytes - limit, limit / LEAST_SHARE))) {
                waiting.run();
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    private boolean spill(long missing) {
        for (Spillable holder : SpillPolicy.order(holders, missing)) {
            if (holder.spill() > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds someone who can spill.
     *
     * @param holder holds bytes of this budget, now or later
     */
    void register(Spillable holder) {
        holders.add(holder);
    }

    /**
     * Takes no more notice of someone.
     *
     * @param holder holds no bytes any more
     */
    void unregister(Spillable holder) {
        holders.remove(holder);
    }

    /**
     * Says who can give bytes back at no cost when there are not enough.
     *
     * @param giver gives back what it can; called by threads that need bytes
     */
    public void onShortage(Runnable giver) {
        shortage = giver;
    }

    /** Takes bytes if they are there, and asks nobody to give any back for them. */
    @Override
    public boolean take(long bytes) {
        long sum = held.addAndGet(bytes);
        if (sum > limit) {
            held.addAndGet(-bytes);
            return false;
        }
        if (sum > peak.get()) {
            peak.accumulateAndGet(sum, Math::max);
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

    /**
     * The most that was taken at once.
     *
     * @return a number of bytes, never more than the limit
     */
    public long peak() {
        return peak.get();
    }
}
