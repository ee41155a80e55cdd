package dev.batchwright.io;

import dev.batchwright.ByteSize;
import dev.batchwright.SourceException;
import dev.batchwright.text.Excerpt;
import dev.batchwright.utf8.ByteScan;
import dev.batchwright.utf8.Utf8Scan;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines as bytes, one after the other, without copying them: a line lies in {@link #bytes()} from {@link #from()} to {@link #to()}
 * until the next one is read. A line ends with LF or CRLF, which are not part of it; a byte order mark at the beginning of a file is
 * passed over.
 */
final class LineReader implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** The longest array that every JVM makes, less the end of a line and a byte that shows that the line goes on. */
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private final SplitInput input;
    private final int maxLineBytes;
    private byte[] buffer = new byte[1 << 18];
    private int from;
    private int to;
    private int next;
    private int limit;
    private long bufferOffset;
    private long number;

    LineReader(SplitInput input, int maxLineBytes) {
        this.input = input;
        this.maxLineBytes = Math.min(maxLineBytes, LONGEST);
        this.bufferOffset = input.firstByte();
    }

    /** Goes to the next line; false if there is none. */
    boolean next() {
        from = next;
        int newline = ByteScan.indexOf((byte) '\n', buffer, from, limit);
        while (newline < 0) {
            int scanned = limit - from;
            if (!fill()) {
                return lastLine();
            }
            newline = ByteScan.indexOf((byte) '\n', buffer, from + scanned, limit);
        }
        lineUntil(newline, newline + 1);
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Where in the file the line begins. */
    long offset() {
        return bufferOffset + from;
    }

    boolean isBlank() {
        int i = from;
        while (i < to && (buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r')) {
            i++;
        }
        return i == to;
    }

    /** Checks the line before it is decoded, as decoders would put replacement characters where bytes are wrong. */
    void requireUtf8() {
        int invalid = Utf8Scan.indexOfInvalid(buffer, from, to);
        if (invalid >= 0) {
            String problem = "byte %d of the line, 0x%02x, is not valid UTF-8. Convert the file to UTF-8"
                    .formatted(invalid - from + 1, buffer[invalid]);
            throw failure(problem, invalid - from, null);
        }
    }

    /** Makes an exception that names the line and shows it around a byte. */
    SourceException failure(String problem, int around, @Nullable Throwable cause) {
        String excerpt = Excerpt.of(buffer, from, to, from + around);
        return new SourceException(input.line(number, offset()) + ": " + problem + ". The line: " + excerpt, cause);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private boolean lastLine() {
        if (from == limit) {
            to = from;
            next = from;
            return false;
        }
        lineUntil(limit, limit);
        return true;
    }

    private void lineUntil(int end, int following) {
        number++;
        next = following;
        to = end > from && following > end && buffer[end - 1] == '\r' ? end - 1 : end;
        if (offset() == 0 && startsWithByteOrderMark()) {
            from += BYTE_ORDER_MARK.length;
        }
        if (to - from > maxLineBytes) {
            throw tooLong();
        }
    }

    private boolean startsWithByteOrderMark() {
        int end = Math.min(to, from + BYTE_ORDER_MARK.length);
        return Arrays.equals(buffer, from, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /** Makes room behind the line that has been begun, and reads on; false at the end. */
    private boolean fill() {
        if (limit - from > maxLineBytes + 1L) {
            number++;
            to = limit;
            throw tooLong();
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            bufferOffset += from;
            limit -= from;
            from = 0;
        }
        if (limit == buffer.length) {
            // Never more than it takes to see that the line is too long.
            buffer = Arrays.copyOf(buffer, (int) Math.min(maxLineBytes + 2L, 2L * buffer.length));
        }
        try {
            int count = input.in().read(buffer, limit, buffer.length - limit);
            limit += Math.max(count, 0);
            return count > 0;
        } catch (IOException e) {
            throw Failures.reading(input.file(), bufferOffset + limit, e);
        }
    }

    private SourceException tooLong() {
        return failure(
                "the line is longer than " + ByteSize.format(maxLineBytes)
                        + ". Raise maxLineBytes() of the source if the file is right",
                0,
                null);
    }
}
