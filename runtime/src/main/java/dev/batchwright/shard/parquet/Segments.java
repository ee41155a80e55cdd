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

    byte[] take() {
        byte[] segment = free.pollLast();
        return segment == null ? new byte[SIZE] : segment;
    }

    void giveBack(byte[] segment) {
        free.addLast(segment);
    }
}
