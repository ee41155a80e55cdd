package dev.batchwright.shard;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decoded columns that are kept, so that reading them again needs no file. Bounded by what the values take on the heap.
 *
 * <p>While there is room, everything is kept. After that a newcomer has to have been asked for more often than what it displaces, so
 * that a single pass over many rows leaves alone what others read again and again, and costs no more than without this memory. That is
 * the idea of TinyLFU (Einziger, Friedman, Manes: <i>TinyLFU: A Highly Efficient Cache Admission Policy</i>, 2017). It is asked
 * before anything is decoded, so that what will not be kept is neither weighed nor copied.
 *
 * <p>May be used by several threads at once. Two that miss the same values both decode them; neither waits for the other.
 */
public final class ColumnMemory {

    /** What {@link #touch} gives for values that are not there. */
    enum Absent {
        /** They would be kept if they were decoded now. */
        WANTED,
        /** They would not be kept. */
        UNWANTED
    }

    /** So that one column cannot take the room of all others. */
    private static final int LARGEST_SHARE = 4;

    /** Nothing that is worth keeping fits into less. */
    private static final long SMALLEST_USE = 4 << 10;

    /** The default for readers: a sixteenth of the heap, and no more than this. */
    private static final long LARGEST_DEFAULT = 64L << 20;

    private static final int DEFAULT_SHARE = 16;

    private final long limit;
    private final Room room;
    private final TouchCounts touches;

    /** From the one that was used longest ago to the one that was used last. */
    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /** A budget that the values count against, beside the memory's own bound. Called by all threads that read. */
    public interface Room {

        /** Has room for everything. */
        Room UNBOUNDED = new Room() {
            @Override
            public boolean take(long bytes) {
                return true;
            }

            @Override
            public void give(long bytes) {}
        };

        /**
         * Takes bytes if there are so many.
         *
         * @param bytes how many
         * @return whether they were taken
         */
        boolean take(long bytes);

        /**
         * Gives bytes back.
         *
         * @param bytes how many of those that were taken
         */
        void give(long bytes);
    }

    /**
     * Names the values of a column in some consecutive rows.
     *
     * @param part the part file and what tells it from another of the same name
     * @param unit the row group or block
     * @param segment the rows within it
     * @param column the index of the column
     */
    record Key(String part, int unit, int segment, int column) {}

    private record Kept(Object values, long bytes) {}

    /**
     * Makes a memory that is empty.
     *
     * @param limit the most that it may hold, in bytes; 0 to keep nothing
     * @param room what the values count against as well
     */
    public ColumnMemory(long limit, Room room) {
        this.limit = limit;
        this.room = room;
        this.touches = new TouchCounts(limit);
    }

    /** A memory that keeps nothing. */
    public static ColumnMemory none() {
        return new ColumnMemory(0, Room.UNBOUNDED);
    }

    /**
     * The bound where nobody says another.
     *
     * @param available the memory that it is a share of, in bytes
     * @return a sixteenth of that, and at most 64 MiB
     */
    public static long defaultLimit(long available) {
        return Math.min(LARGEST_DEFAULT, available / DEFAULT_SHARE);
    }

    /**
     * What is kept now.
     *
     * @return the bytes that the values take on the heap
     */
    public synchronized long bytes() {
        return bytes;
    }

    /**
     * Forgets all values, so that their memory can serve others. What was asked for how often stays known.
     *
     * @return the bytes that they took
     */
    public synchronized long drop() {
        long dropped = bytes;
        kept.clear();
        bytes = 0;
        room.give(dropped);
        return dropped;
    }

    boolean isOff() {
        return limit < SMALLEST_USE;
    }

    /** The values, or {@link Absent}. */
    synchronized Object touch(Key key) {
        int times = touches.add(key.hashCode());
        Kept found = kept.get(key);
        if (found != null) {
            return found.values();
        }
        return hasRoom(times) ? Absent.WANTED : Absent.UNWANTED;
    }

    /** Whether the values are kept, or would be if they were asked for now; does not count as asking. */
    synchronized boolean keepsOrWants(Key key) {
        return kept.containsKey(key) || hasRoom(touches.of(key.hashCode()) + 1);
    }

    /** Whether values of the usual size fit beside the others, or would displace some that are asked for less often. */
    private boolean hasRoom(int times) {
        Key eldest = eldest();
        if (eldest == null) {
            return true;
        }
        long usual = bytes / kept.size();
        return bytes + usual <= limit || mayDisplace(eldest, times);
    }

    /** Once is never enough, since counts fade: otherwise a long pass would find those of all others faded. */
    private boolean mayDisplace(Key eldest, int times) {
        return times > 1 && touches.of(eldest.hashCode()) < times;
    }

    /** Keeps values that are asked for often enough, and that nobody will change from now on. */
    synchronized void put(Key key, Object values, long size) {
        if (size > limit / LARGEST_SHARE || kept.containsKey(key)) {
            return;
        }
        int times = touches.of(key.hashCode());
        for (Key eldest = eldest(); eldest != null && bytes + size > limit; eldest = eldest()) {
            if (!mayDisplace(eldest, times)) {
                return;
            }
            forget(eldest);
        }
        if (room.take(size)) {
            kept.put(key, new Kept(values, size));
            bytes += size;
        }
    }

    private void forget(Key key) {
        Kept gone = kept.remove(key);
        if (gone != null) {
            bytes -= gone.bytes();
            room.give(gone.bytes());
        }
    }

    private @Nullable Key eldest() {
        Iterator<Map.Entry<Key, Kept>> entries = kept.entrySet().iterator();
        return entries.hasNext() ? entries.next().getKey() : null;
    }
}
