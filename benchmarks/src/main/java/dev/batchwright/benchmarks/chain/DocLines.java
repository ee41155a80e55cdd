package dev.batchwright.benchmarks.chain;

import dev.batchwright.utf8.ByteScan;
import dev.batchwright.utf8.Utf8Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The documents as lines whose text is found by its place, without a parser of JSON: only for files that {@code DocsFile} has made. */
final class DocLines implements AutoCloseable {

    private static final byte[] BEFORE_TEXT = "\",\"text\":\"".getBytes(StandardCharsets.UTF_8);
    private static final int AFTER_TEXT = "\"}".length();

    private final InputStream in;
    private final Utf8Decoder utf8 = new Utf8Decoder();
    private byte[] bytes = new byte[1 << 20];
    private int end;
    private int next;
    private int from;
    private int to;
    private long number = -1;

    DocLines(Path file) throws IOException {
        this.in = Files.newInputStream(file);
    }

    /** Goes to the next line. */
    boolean next() throws IOException {
        int newline = newline();
        while (newline < 0) {
            if (!fill()) {
                return false;
            }
            newline = newline();
        }
        from = next;
        to = newline;
        next = newline + 1;
        number++;
        return true;
    }

    /** The number of the line, from 0, which is the document's. */
    long number() {
        return number;
    }

    /** The text of the line. */
    String text() {
        int begin = textBegin();
        String text = utf8.decode(bytes, begin, to - AFTER_TEXT - begin);
        if (text == null) {
            throw new IllegalStateException("Line " + number + " is not UTF-8");
        }
        return text.indexOf('\\') < 0 ? text : unescaped(text);
    }

    /** Copies the bytes of the text as they are. */
    void copyText(ZstdBlocks into) throws IOException {
        int begin = textBegin();
        into.add(bytes, begin, to - AFTER_TEXT - begin);
    }

    private int textBegin() {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"'
                    && Arrays.equals(bytes, i, i + BEFORE_TEXT.length, BEFORE_TEXT, 0, BEFORE_TEXT.length)) {
                return i + BEFORE_TEXT.length;
            }
        }
        throw new IllegalStateException("Line " + number + " has no text");
    }

    /** Quotes and backslashes are all that the corpus escapes. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    private int newline() {
        return ByteScan.indexOf((byte) '\n', bytes, next, end);
    }

    private boolean fill() throws IOException {
        System.arraycopy(bytes, next, bytes, 0, end - next);
        end -= next;
        next = 0;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
