package dev.batchwright.utf8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Encodes strings straight into an array that is there already; {@link String#getBytes} makes a new one for each, and is slow
 * beyond ASCII. Used by one thread.
 *
 * <p>A string is taken over in chunks. Each goes through the JDK's encoder of ISO 8859-1 first, which is an intrinsic: after it,
 * ASCII stands in its place already, and all else is found by the first byte whose highest bit is set.
 */
public final class Utf8Encoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int CHUNK = 4096;

    private final char[] chars = new char[CHUNK];
    private final CharBuffer charBuffer = CharBuffer.wrap(chars);
    private final byte[] latin = new byte[CHUNK];
    private final CharsetEncoder iso = StandardCharsets.ISO_8859_1.newEncoder();
    private ByteBuffer target = ByteBuffer.wrap(latin);

    /**
     * Where the chunk that begins at a char ends; no pair of surrogates is cut in two.
     *
     * @param text the text
     * @param from the first char of the chunk
     * @return the char after its last one
     */
    public static int endOfChunk(String text, int from) {
        int end = from + CHUNK;
        if (end >= text.length()) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /**
     * How many bytes must have room for a chunk.
     *
     * @param chars the length of the chunk
     * @return the most that these can take
     */
    public static int maxBytes(int chars) {
        return 3 * chars;
    }

    /**
     * Encodes a chunk.
     *
     * @param text the text
     * @param from the first char of the chunk
     * @param to the end of the chunk as {@link #endOfChunk} says
     * @param into takes the bytes
     * @param at where they begin; {@link #maxBytes} must have room
     * @return where they end; or, if a char is half of a surrogate pair, -1 minus the index of the first such char
     */
    public int encode(String text, int from, int to, byte[] into, int at) {
        int count = to - from;
        text.getChars(from, to, chars, 0);
        int narrow = narrow(count, into, at);
        int ascii = Utf8Scan.endOfAscii(into, at, at + narrow) - at;
        if (ascii == count) {
            return at + count;
        }
        if (narrow == count) {
            return latin(ascii, count, into, at + ascii);
        }
        int end = wide(ascii, count, into, at + ascii);
        return end < 0 ? end - from : end;
    }

    /** Puts chars into a byte each as long as they fit, and tells how many did. */
    @SuppressWarnings("ReferenceEquality") // Whether it is the same array, whatever it holds.
    private int narrow(int count, byte[] into, int at) {
        if (target.array() != into) {
            target = ByteBuffer.wrap(into);
        }
        charBuffer.limit(count).position(0);
        target.limit(at + count).position(at);
        iso.encode(charBuffer, target, true);
        return target.position() - at;
    }

    /** Encodes chars that fit into a byte each, and already stand there so. */
    private int latin(int first, int end, byte[] into, int begin) {
        byte[] from = latin;
        int length = end - first;
        System.arraycopy(into, begin, from, 0, length);
        int at = begin;
        int i = 0;
        while (i <= length - Long.BYTES) {
            // Eight at once, though only those before the first that is not ASCII stay.
            long eight = (long) LONG.get(from, i);
            LONG.set(into, at, eight);
            int ascii = Utf8Scan.asciiOf(eight);
            i += ascii;
            at += ascii;
            if (ascii < Long.BYTES) {
                at = two(from[i++] & 0xFF, into, at);
            }
        }
        for (; i < length; i++) {
            if (from[i] >= 0) {
                into[at++] = from[i];
            } else {
                at = two(from[i] & 0xFF, into, at);
            }
        }
        return at;
    }

    /** Encodes chars of all kinds: a branch for each, which no trick with several at once was found to beat. */
    private int wide(int first, int end, byte[] into, int begin) {
        char[] from = chars;
        int at = begin;
        for (int i = first; i < end; i++) {
            char c = from[i];
            if (c < 0x80) {
                into[at++] = (byte) c;
            } else if (c < 0x800) {
                at = two(c, into, at);
            } else if (!Character.isSurrogate(c)) {
                into[at] = (byte) (0xE0 | (c >> 12));
                into[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
                into[at + 2] = (byte) (0x80 | (c & 0x3F));
                at += 3;
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(from[i + 1])) {
                at = four(Character.toCodePoint(c, from[++i]), into, at);
            } else {
                return -1 - i;
            }
        }
        return at;
    }

    private static int two(int c, byte[] into, int at) {
        into[at] = (byte) (0xC0 | (c >> 6));
        into[at + 1] = (byte) (0x80 | (c & 0x3F));
        return at + 2;
    }

    private static int four(int point, byte[] into, int at) {
        into[at] = (byte) (0xF0 | (point >> 18));
        into[at + 1] = (byte) (0x80 | ((point >> 12) & 0x3F));
        into[at + 2] = (byte) (0x80 | ((point >> 6) & 0x3F));
        into[at + 3] = (byte) (0x80 | (point & 0x3F));
        return at + 4;
    }
}
