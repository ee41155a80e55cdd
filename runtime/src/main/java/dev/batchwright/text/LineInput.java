package dev.batchwright.text;

import java.io.InputStream;

/**
 * The bytes of one line after the other, so that one parser serves for all. It ends where the line ends, and goes on when the next
 * one is begun; a parser that has come to the end has closed it for itself.
 */
final class LineInput extends InputStream {

    private byte[] line = {};
    private int next;
    private int end;
    private long taken;

    /**
     * Begins a line.
     *
     * @return how many bytes were taken before
     */
    long begin(byte[] bytes, int from, int to) {
        line = bytes;
        next = from;
        end = to;
        return taken;
    }

    @Override
    public int read() {
        if (next == end) {
            return -1;
        }
        taken++;
        return line[next++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (next == end) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(line, next, into, offset, count);
        next += count;
        taken += count;
        return count;
    }
}
