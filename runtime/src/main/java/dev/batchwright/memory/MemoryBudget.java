package dev.batchwright.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.ByteSize;
import dev.batchwright.shard.ColumnMemory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a run may hold, shared by all who hold some. Tasks hold theirs by an account, a {@link TaskMemory}; rows that can be
 * moved to disk are held by {@link Spillable}s. Safe for use by several threads.
 */
public final class MemoryBudget implements ColumnMemory.Room {

    /** Less than this share of the budget is not worth a file. */
    private static final long LEAST_SHARE = 16;

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final Set<Spillable> holders = ConcurrentHashMap.newKeySet();
    private final OpenAccounts accounts = new OpenAccounts();
    private final Shortages shortages = new Shortages();
    private final Set<String> exhausted = new ConcurrentSkipListSet<>();
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
     * Admits a task, if what it is predicted to need is there or can be made room for. One task is always admitted.
     *
     * @param task who asks
     * @param predicted the bytes that it will hold at most, as far as that is known; they are taken at once
     * @return the task's account; null if others have to give bytes back before
     */
    public @Nullable TaskMemory admit(TaskMemory.Task task, long predicted) {
        long bytes = Math.min(predicted, limit);
        if (takeMakingRoom(bytes, List.of())) {
            return accounts.open(new TaskMemory(this, task, bytes));
        }
        return accounts.openIfAlone(new TaskMemory(this, task, 0));
    }

    /**
     * Takes bytes. Where they are not there, those who can spill are asked to, one after the other; where nobody can, it waits until
     * others give bytes back. Whoever calls this holds none himself that he cannot spill, so that nobody waits for him.
     *
     * @param step the step on whose behalf
     * @param bytes how many
     * @param waiting is called again and again while it waits, and ends the wait by an exception
     * @throws BatchwrightException if they alone exceed the budget, or if all others wait as well; nothing is then taken
     */
    public void reserve(String step, long bytes, Runnable waiting) {
        if (bytes > limit) {
            throw new BatchwrightException("Step " + step + " needs " + ByteSize.format(bytes)
                    + " at once, for a row that it groups or sorts and what goes"
                    + " with it, of a budget of " + ByteSize.format(limit)
                    + ". Raise RunOptions.memory and the heap (-Xmx), or let smaller rows reach the step.");
        }
        if (!takeMakingRoom(bytes, List.of())) {
            await(step, bytes, () -> takeMakingRoom(bytes, List.of()), waiting);
        }
    }

    /** Tries until it succeeds, with pauses. */
    void await(String step, long bytes, Attempt attempt, Runnable waiting) {
        try (Shortages.Wait wait = shortages.begin()) {
            while (!attempt.succeeds()) {
                waiting.run();
                if (wait.isHopeless(held.get(), accounts)) {
                    throw new BatchwrightException("Step " + step + " needs " + ByteSize.format(bytes)
                            + " more, which the budget of " + ByteSize.format(limit) + " does not have: "
                            + accounts.describe() + " None of it can be moved to disk, and nobody gives any back."
                            + " Raise RunOptions.memory and the heap (-Xmx), or lower maxBytes in @BatchSize.");
                }
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    /** Tries to take bytes. */
    @FunctionalInterface
    interface Attempt {
        boolean succeeds();
    }

    /**
     * Takes bytes, after others have given some back that cost little to give: kept columns, then rows that can be moved to disk.
     *
     * @param own others that can spill, who are nobody else's business
     * @return whether they were taken
     */
    boolean takeMakingRoom(long bytes, Collection<Spillable> own) {
        if (take(bytes)) {
            return true;
        }
        shortages.count();
        shortage.run();
        while (!take(bytes)) {
            if (!spill(Math.max(held.get() + bytes - limit, limit / LEAST_SHARE), own)) {
                return false;
            }
        }
        return true;
    }

    /** Has one holder spill, by the policy; false where nobody can. */
    boolean spill(long missing, Collection<Spillable> own) {
        List<Spillable> all = new ArrayList<>(holders);
        all.addAll(own);
        for (Spillable holder : SpillPolicy.order(all, missing)) {
            if (holder.spill() > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Has everything given back that can be. Called when the heap is exhausted, whatever the budget says.
     *
     * @param step the step in whose call it was
     */
    public void relieve(String step) {
        exhausted.add(step);
        shortage.run();
        for (Spillable holder : holders) {
            holder.spill();
        }
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
        long now = held.get();
        while (bytes <= limit - now) {
            if (held.compareAndSet(now, now + bytes)) {
                if (now + bytes > peak.get()) {
                    peak.accumulateAndGet(now + bytes, Math::max);
                }
                return true;
            }
            now = held.get();
        }
        return false;
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

    /**
     * How often bytes were asked for that were not there.
     *
     * @return a number, which depends on the times of threads
     */
    public long shortages() {
        return shortages.times();
    }

    /**
     * How long threads have waited for bytes, together.
     *
     * @return nanoseconds
     */
    public long waitedNanos() {
        return shortages.waitedNanos();
    }

    /**
     * The steps in whose calls the heap was exhausted.
     *
     * @return their names, in order
     */
    public List<String> exhausted() {
        return List.copyOf(exhausted);
    }

    OpenAccounts accounts() {
        return accounts;
    }
}
