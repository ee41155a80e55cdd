package dev.batchwright.importer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.batchwright.text.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One row as JSON, on one line and in ASCII: with everything else as escapes, so that half of a surrogate pair, which Python may
 * write, stays what it is. Used again for each row.
 */
final class RowText {

    private static final int LAST_OF_ASCII = 127;

    private final Bytes bytes = new Bytes();
    private final JsonGenerator json;

    RowText() {
        try {
            json = JsonFormat.writing(bytes).setHighestNonEscapedChar(LAST_OF_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the row before. */
    void begin() {
        bytes.reset();
    }

    JsonGenerator json() {
        return json;
    }

    /** Writes the row as it was made by another. */
    void write(byte[] row) {
        bytes.writeBytes(row);
    }

    /** The row as an array of its own. */
    byte[] copy() {
        return bytes.toByteArray();
    }

    /** Completes the row. */
    void end() {
        try {
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.array();
    }

    int length() {
        return bytes.size();
    }

    String text() {
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    /** Gives its bytes without a copy. */
    private static final class Bytes extends ByteArrayOutputStream {

        private byte[] array() {
            return buf;
        }
    }
}
