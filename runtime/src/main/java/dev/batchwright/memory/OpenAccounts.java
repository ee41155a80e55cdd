package dev.batchwright.memory;

import dev.batchwright.ByteSize;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts of the tasks that run, by their age. Safe for use by several threads. */
final class OpenAccounts {

    private final ConcurrentSkipListMap<Long, TaskMemory> byAge = new ConcurrentSkipListMap<>();
    private volatile boolean oldestWaits;

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

    boolean isOldest(TaskMemory account) {
        Map.Entry<Long, TaskMemory> first = byAge.firstEntry();
        return first == null || first.getKey() >= account.age();
    }

    /** Says whether the oldest task waits for others. */
    void oldestWaits(boolean waits) {
        oldestWaits = waits;
    }

    boolean isWaitedFor(TaskMemory account) {
        return oldestWaits && !isOldest(account);
    }

    /** Who holds what, in words. */
    String describe() {
        return byAge.values().stream()
                        .map(account -> account.name() + " holds " + ByteSize.format(account.granted()))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
