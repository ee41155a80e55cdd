package dev.batchwright.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses a file of one or more gzip members, as RFC 1952 defines them. {@link java.util.zip.GZIPInputStream} ends silently
 * where the header of a later member is damaged, which would lose rows; this one fails. Zero bytes after the last member, with which
 * tapes pad, are allowed.
 */
final class GzipInput extends InputStream {

    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean ended;

    GzipInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                beginMember();
                continue;
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                crc.update(into, offset, count);
                return count;
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            if (count > 0) {
                return count;
            }
        } catch (DataFormatException e) {
            throw new ZipException("damaged gzip data: " + e.getMessage());
        }
        if (inflater.finished()) {
            endMember();
        } else if (inflater.needsDictionary()) {
            throw new ZipException("damaged gzip data: it asks for a dictionary");
        } else {
            fill();
            inflater.setInput(buffer, position, limit - position);
        }
        return 0;
    }

    private void beginMember() throws IOException {
        int first = nextOrEnd();
        if (first < 0) {
            ended = true;
            return;
        }
        if (first == 0) {
            skipPadding();
            return;
        }
        if (first != MAGIC_1 || next() != MAGIC_2 || next() != DEFLATE) {
            throw new ZipException("it is not gzip data, or something else follows its gzip data");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("damaged gzip header");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        crc.reset();
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        inMember = true;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long expected = number();
        long length = number();
        if (expected != crc.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("damaged gzip data: the checksum does not match");
        }
        inMember = false;
    }

    private void skipPadding() throws IOException {
        int value = 0;
        while (value == 0) {
            value = nextOrEnd();
        }
        if (value > 0) {
            throw new ZipException("something else follows its gzip data");
        }
        ended = true;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // The name and the comment say nothing about the rows.
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    private int nextOrEnd() throws IOException {
        if (position == limit && !refill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        if (!refill()) {
            throw new EOFException("the gzip data ends too early; the file is truncated");
        }
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
