package dev.batchwright.shard.parquet;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pieces of memory that the columns of a file take in turns, so that a row group is written into the room of the one before. Small
 * enough that no collector treats them as large objects, which take whole regions of a small heap.
 */
final class Segments {

    static final int SIZE = 1 << 16;

    private final Deque<byte[]> free = new ArrayDeque<>();
    private long taken;

    byte[] take() {
        byte[] segment = free.pollLast();
        if (segment == null) {
            taken++;
            return new byte[SIZE];
        }
        return segment;
    }

    /** The memory of all pieces, those in use and those that wait for it. */
    long bytes() {
        return taken * SIZE;
    }

    void giveBack(byte[] segment) {
        free.addLast(segment);
    }
}
