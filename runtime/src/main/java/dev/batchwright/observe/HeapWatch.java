package dev.batchwright.observe;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Watches how much the heap still holds after each collection. That is the least that can be said of what is held by everybody, the code of
 * users included; between collections most of the heap may be garbage. Safe for use by several threads.
 */
public final class HeapWatch implements AutoCloseable {

    /** Looking who is at work costs more than to be done for every collection. */
    private static final int SHARE_THAT_IS_MUCH = 32;

    private final List<NotificationEmitter> emitters = new ArrayList<>();
    private final NotificationListener listener = this::collected;
    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final Supplier<List<String>> atWork;
    private final AtomicLong peak = new AtomicLong();
    private volatile List<String> stepsAtPeak = List.of();
    private volatile long lookedAt;

    /**
     * Begins to watch.
     *
     * @param atWork tells the steps that are being called; asked by a thread of the JVM, when the peak has grown by much
     */
    public HeapWatch(Supplier<List<String>> atWork) {
        this.atWork = atWork;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                emitters.add(emitter);
            }
        }
    }

    private void collected(Notification notification, Object unused) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                && notification.getUserData() instanceof CompositeData data) {
            Map<String, MemoryUsage> after =
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
            held(after.entrySet().stream()
                    .filter(pool -> heapPools.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum());
        }
    }

    private void held(long bytes) {
        peak.accumulateAndGet(bytes, Math::max);
        if (bytes - lookedAt > Runtime.getRuntime().maxMemory() / SHARE_THAT_IS_MUCH) {
            try {
                stepsAtPeak = atWork.get();
                lookedAt = bytes;
            } catch (OutOfMemoryError e) {
                // nothing was left to look with; the next collection is another chance
            }
        }
    }

    /**
     * The steps that were being called when the heap held the most, or nearly so.
     *
     * @return their names
     */
    public List<String> stepsAtPeak() {
        return stepsAtPeak;
    }

    /**
     * The most that the heap still held after a collection.
     *
     * @return a number of bytes; 0 if there was none
     */
    public long peakBytes() {
        return peak.get();
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("A listener that was added is not there", e);
            }
        }
        emitters.clear();
    }
}
