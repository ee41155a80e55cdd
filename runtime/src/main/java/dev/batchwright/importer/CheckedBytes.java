package dev.batchwright.importer;

import dev.batchwright.utf8.Utf8Scan;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of a file that is text, and fails at the first byte that is not UTF-8: parsers let some of those pass. */
final class CheckedBytes extends InputStream {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_CHARACTER = 4;

    private final FileChannel file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long left;
    private int position;
    private int checked;
    private int filled;

    /** Reads from one place to another; the file is closed with the stream. */
    CheckedBytes(FileChannel file, long start, long end) throws IOException {
        this.file = file;
        this.left = end - start;
        file.position(start);
    }

    @Override
    public int read() throws IOException {
        return position < checked || fill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == checked && !fill()) {
            return -1;
        }
        int count = Math.min(length, checked - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** Reads on, keeping back the beginning of a character that is cut off. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, checked, buffer, 0, filled - checked);
        filled -= checked;
        position = 0;
        checked = 0;
        while (checked == 0) {
            int wanted = (int) Math.min(left, buffer.length - filled);
            int read = wanted == 0 ? -1 : file.read(ByteBuffer.wrap(buffer, filled, wanted));
            if (read < 0) {
                requireValid(filled);
                return false;
            }
            left -= read;
            filled += read;
            checked = endOfWhole();
            requireValid(checked);
        }
        return true;
    }

    private void requireValid(int end) throws CharConversionException {
        if (Utf8Scan.indexOfInvalid(buffer, 0, end) >= 0) {
            throw new CharConversionException("it holds bytes that are not UTF-8");
        }
    }

    /** Where the last character begins that may go on behind what has been read; what cannot go on is left for the check. */
    private int endOfWhole() {
        for (int back = 1; back < LONGEST_CHARACTER && back <= filled; back++) {
            int value = buffer[filled - back] & 0xFF;
            if (value >= 0xC0) {
                int length = value < 0xE0 ? 2 : value < 0xF0 ? 3 : LONGEST_CHARACTER;
                return length > back ? filled - back : filled;
            }
            if (value < 0x80) {
                break;
            }
        }
        return filled;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
