package dev.batchwright.memory;

import dev.batchwright.ByteSize;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts of the tasks that run, by their age. Safe for use by several threads. */
final class OpenAccounts {

    private final ConcurrentSkipListMap<Long, TaskMemory> byAge = new ConcurrentSkipListMap<>();
    private final AtomicReference<@Nullable TaskMemory> waiting = new AtomicReference<>();

    synchronized TaskMemory open(TaskMemory account) {
        byAge.put(account.age(), account);
        return account;
    }

    synchronized @Nullable TaskMemory openIfAlone(TaskMemory account) {
        return byAge.isEmpty() ? open(account) : null;
    }

    synchronized void close(TaskMemory account) {
        byAge.remove(account.age(), account);
    }

    int count() {
        return byAge.size();
    }

    /** Whether each task is run by one of some threads. */
    boolean areAllOf(Set<Thread> threads) {
        return byAge.values().stream().map(TaskMemory::thread).allMatch(threads::contains);
    }

    boolean isOldest(TaskMemory account) {
        Map.Entry<Long, TaskMemory> first = byAge.firstEntry();
        return first == null || first.getKey() >= account.age();
    }

    /** Says that the oldest task waits for others. */
    void waits(TaskMemory oldest) {
        waiting.set(oldest);
    }

    /** Says that a task waits no more; an older one may have begun to in the meantime. */
    void waitsNoMore(TaskMemory account) {
        waiting.compareAndSet(account, null);
    }

    boolean isWaitedFor(TaskMemory account) {
        TaskMemory waits = waiting.get();
        return waits != null && waits.age() < account.age();
    }

    /** Who holds what, in words. */
    String describe() {
        return byAge.values().stream()
                        .map(account -> account.name() + " holds " + ByteSize.format(account.granted()))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
