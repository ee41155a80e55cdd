package dev.batchwright.shard.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pages of a column that wait for their row group to be full: taken out in the order in which they were put in. */
final class HeldBytes {

    private final Segments segments;
    private final Deque<byte[]> held = new ArrayDeque<>();
    private byte[] last = {};
    private int lastEnd;
    private int firstStart;

    HeldBytes(Segments segments) {
        this.segments = segments;
    }

    void write(byte[] from, int offset, int count) {
        int at = offset;
        int left = count;
        while (left > 0) {
            if (lastEnd == last.length) {
                last = segments.take();
                lastEnd = 0;
                held.addLast(last);
            }
            int part = Math.min(left, last.length - lastEnd);
            System.arraycopy(from, at, last, lastEnd, part);
            lastEnd += part;
            at += part;
            left -= part;
        }
    }

    /** Takes out the first bytes; they must be there. */
    void moveTo(OutputStream out, int count) throws IOException {
        int left = count;
        while (left > 0) {
            byte[] first = held.getFirst();
            int part = Math.min(left, first.length - firstStart);
            out.write(first, firstStart, part);
            firstStart += part;
            left -= part;
            if (firstStart == first.length) {
                segments.giveBack(held.removeFirst());
                firstStart = 0;
            }
        }
    }

    /** Gives back all room, whatever is in it. */
    void clear() {
        held.forEach(segments::giveBack);
        held.clear();
        last = new byte[0];
        lastEnd = 0;
        firstStart = 0;
    }
}
