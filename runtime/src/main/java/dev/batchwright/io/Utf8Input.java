package dev.batchwright.io;

import dev.batchwright.SourceException;
import dev.batchwright.utf8.Utf8Scan;
import java.io.IOException;
import java.io.InputStream;

/**
 * Text as bytes that have been found to be UTF-8, without a byte order mark. Decoders either replace what is wrong or do not say
 * where it is.
 */
final class Utf8Input extends InputStream {

    private static final int LONGEST_CHARACTER = 4;
    private static final int BYTE_ORDER_MARK = 0xefbbbf;

    private final SplitInput input;
    private final byte[] buffer = new byte[1 << 16];
    private long bufferOffset;
    private int position;
    private int checked;
    private int limit;

    Utf8Input(SplitInput input) {
        this.input = input;
        this.bufferOffset = input.firstByte();
    }

    @Override
    public int read() {
        return position < checked || fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position == checked && !fill()) {
            return -1;
        }
        int count = Math.min(length, checked - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** Reads on until there is at least one whole character; false at the end. */
    private boolean fill() {
        System.arraycopy(buffer, checked, buffer, 0, limit - checked);
        bufferOffset += checked;
        limit -= checked;
        position = 0;
        checked = 0;
        while (checked == 0) {
            int count = readOn();
            limit += Math.max(0, count);
            checked = count < 0 ? limit : endOfWholeCharacters();
            if (count < 0 && limit == 0) {
                return false;
            }
        }
        check();
        if (bufferOffset == 0 && startsWithByteOrderMark()) {
            position = 3;
            return position < checked || fill();
        }
        return true;
    }

    private int readOn() {
        try {
            return input.in().read(buffer, limit, buffer.length - limit);
        } catch (IOException e) {
            throw Failures.reading(input.file(), bufferOffset + limit, e);
        }
    }

    /** Leaves out the beginning of a character at the end of the buffer. */
    private int endOfWholeCharacters() {
        for (int i = limit - 1; i >= Math.max(0, limit - LONGEST_CHARACTER + 1); i--) {
            int value = buffer[i] & 0xff;
            if (value >= 0xc0) {
                int length = value < 0xe0 ? 2 : value < 0xf0 ? 3 : LONGEST_CHARACTER;
                return i + length > limit ? i : limit;
            }
        }
        return limit;
    }

    private void check() {
        int invalid = Utf8Scan.indexOfInvalid(buffer, 0, checked);
        if (invalid >= 0) {
            throw new SourceException(
                    "%s: byte %d, 0x%02x, is not valid UTF-8. Convert the file to UTF-8."
                            .formatted(input.file(), bufferOffset + invalid, buffer[invalid]),
                    null);
        }
    }

    private boolean startsWithByteOrderMark() {
        return checked >= 3
                && ((buffer[0] & 0xff) << 16 | (buffer[1] & 0xff) << 8 | (buffer[2] & 0xff)) == BYTE_ORDER_MARK;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
