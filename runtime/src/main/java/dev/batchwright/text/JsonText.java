package dev.batchwright.text;

import dev.batchwright.utf8.Utf8Decoder;
import dev.batchwright.utf8.Utf8Scan;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Takes text out of a line of JSON that a parser has found, but not decoded. Most text has no escapes and is decoded in one pass
 * that also checks it, much faster than a parser unescapes it char by char.
 */
final class JsonText {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    private final Utf8Decoder utf8 = new Utf8Decoder();
    private byte[] line = {};
    private int from;
    private int to;
    private int checked;
    private boolean isUtf8;

    /** Goes to the first byte of a line. */
    void begin(byte[] bytes, int lineFrom, int lineTo) {
        line = bytes;
        from = lineFrom;
        to = lineTo;
        checked = lineFrom;
        isUtf8 = true;
    }

    /**
     * Decodes the text whose opening quote is a byte of the line.
     *
     * @return the text; or null if it has escapes, or is not valid, which the parser knows better how to say
     */
    @Nullable
    String at(long quote) {
        int begin = from + (int) quote + 1;
        if (quote < 0 || begin > to || line[begin - 1] != '"') {
            return null;
        }
        int end = endOfPlain(begin);
        if (end == to || line[end] != '"') {
            return null;
        }
        String text = utf8.decode(line, begin, end - begin);
        if (text != null && begin >= checked) {
            check(begin);
            checked = end;
        }
        return text;
    }

    /** Whether nothing comes in the line from a byte on. */
    boolean isBlankFrom(int position) {
        int i = from + position;
        while (i < to && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r' || line[i] == '\n')) {
            i++;
        }
        return i >= to;
    }

    /** Whether the line is UTF-8, the decoded texts and what lies between them. */
    boolean restIsUtf8() {
        check(to);
        return isUtf8;
    }

    private void check(int until) {
        isUtf8 &= Utf8Scan.indexOfInvalid(line, checked, until) < 0;
    }

    /** Finds the first quote, backslash or control character. */
    private int endOfPlain(int begin) {
        int i = begin;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            // What ByteScan does, for three questions at once.
            long eight = (long) LONG.get(line, i);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            long found =
                    ((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((eight - BLANKS) & ~eight);
            if ((found & TOP_BITS) != 0) {
                return i + (Long.numberOfTrailingZeros(found & TOP_BITS) >> 3);
            }
        }
        while (i < to && line[i] != '"' && line[i] != '\\' && (line[i] & 0xFF) >= ' ') {
            i++;
        }
        return i;
    }
}
