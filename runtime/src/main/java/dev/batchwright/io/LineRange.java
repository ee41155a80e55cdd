package dev.batchwright.io;

import dev.batchwright.utf8.ByteScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of those lines of a file whose first byte lies in a given range: what is left of a line that began before the range is
 * passed over, and the last line is read to its end, beyond the range. So every line belongs to exactly one of the ranges that a
 * file is cut into, wherever the cuts fall.
 */
final class LineRange extends InputStream {

    private static final byte NEWLINE = '\n';

    private final SeekableByteChannel file;
    private final long end;
    private final byte[] single = new byte[1];
    private long position;
    private boolean ended;

    private LineRange(SeekableByteChannel file, long position, long end) {
        this.file = file;
        this.position = position;
        this.end = end;
    }

    /** Opens a range of a file; {@link #position()} is then where its first line begins. */
    static LineRange open(Path path, long start, long length) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path);
        try {
            long first = start == 0 ? 0 : afterNextNewline(file, start - 1);
            file.position(first);
            LineRange range = new LineRange(file, first, start + length);
            range.ended = first >= range.end;
            return range;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Where in the file the next byte lies. */
    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int count = file.read(ByteBuffer.wrap(into, offset, length));
        if (count < 0) {
            ended = true;
            return -1;
        }
        // The last line is the one that holds the range's last byte, so the first newline from there on ends it.
        int last = offset + (int) Math.min(count, Math.max(0, end - 1 - position));
        int newline = ByteScan.indexOf(NEWLINE, into, last, offset + count);
        if (newline >= 0) {
            ended = true;
            count = newline + 1 - offset;
        }
        position += count;
        return count;
    }

    private static long afterNextNewline(SeekableByteChannel file, long from) throws IOException {
        byte[] block = new byte[1 << 13];
        long position = from;
        file.position(from);
        while (true) {
            int count = file.read(ByteBuffer.wrap(block));
            if (count < 0) {
                return position;
            }
            int newline = ByteScan.indexOf(NEWLINE, block, 0, count);
            if (newline >= 0) {
                return position + newline + 1;
            }
            position += count;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
