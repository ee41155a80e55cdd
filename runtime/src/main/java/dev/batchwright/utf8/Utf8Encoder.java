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
 * ASCII stands in its place already. What follows the first other char is encoded in groups of eight, with one branch for a group
 * and not one for each char: in most languages other letters come just often enough that no processor guesses where.
 */
public final class Utf8Encoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int CHUNK = 4096;
    private static final int GROUP = 8;

    /** How many chars are encoded one by one when some of a group need three bytes: a script that has such has many of them. */
    private static final int STRETCH = 64;

    private static final long BEYOND_ASCII = 0xFF80FF80FF80FF80L;
    private static final long BEYOND_TWO_BYTES = 0xF800F800F800F800L;

    /** For each char that takes one byte or two: these, in the order of memory, and beyond them how many bits they have. */
    private static final int[] SHORT_FORMS = shortForms();

    private final char[] chars = new char[CHUNK];
    private final CharBuffer charBuffer = CharBuffer.wrap(chars);

    /** The chars as bytes, of which a long takes four; a char array gives them only one by one. */
    private final byte[] charBytes = new byte[Character.BYTES * CHUNK];

    private final CharBuffer charBytesBuffer =
            ByteBuffer.wrap(charBytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer();
    private final CharsetEncoder iso = StandardCharsets.ISO_8859_1.newEncoder();
    private ByteBuffer target = ByteBuffer.allocate(0);

    private static int[] shortForms() {
        int[] forms = new int[0x800];
        for (int c = 0; c < forms.length; c++) {
            int bytes = c < 0x80 ? c : (0xC0 | (c >> 6)) | ((0x80 | (c & 0x3F)) << 8);
            int bits = c < 0x80 ? Byte.SIZE : 2 * Byte.SIZE;
            forms[c] = bytes | (bits << 16);
        }
        return forms;
    }

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
        int end = groups(ascii, count, into, at + ascii);
        return end < 0 ? end - from : end;
    }

    /**
     * Puts the chars of a chunk into a byte each, as ISO 8859-1 has them, up to the first that does not fit.
     *
     * @param text the text
     * @param from the first char of the chunk
     * @param to the end of the chunk as {@link #endOfChunk} says
     * @param into takes the bytes
     * @param at where they begin; as many bytes as chars must have room
     * @return how many chars did fit
     */
    public int encodeLatin1(String text, int from, int to, byte[] into, int at) {
        text.getChars(from, to, chars, 0);
        return narrow(to - from, into, at);
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

    /** Encodes chars of all kinds, most of which take a byte or two. */
    private int groups(int first, int end, byte[] into, int begin) {
        charBytesBuffer.clear();
        charBytesBuffer.put(chars, first, end - first);
        byte[] from = charBytes;
        int at = begin;
        int i = first;
        while (i <= end - GROUP) {
            int place = Character.BYTES * (i - first);
            long some = (long) LONG.get(from, place);
            long others = (long) LONG.get(from, place + Long.BYTES);
            if (((some | others) & BEYOND_ASCII) == 0) {
                LONG.set(into, at, ascii(some) | (ascii(others) << 32));
                i += GROUP;
                at += GROUP;
            } else if (((some | others) & BEYOND_TWO_BYTES) == 0) {
                at = four(some, into, at);
                at = four(others, into, at);
                i += GROUP;
            } else {
                int stretch = endOfStretch(i, end);
                at = oneByOne(i, stretch, into, at);
                if (at < 0) {
                    return at;
                }
                i = stretch;
            }
        }
        return oneByOne(i, end, into, at);
    }

    /** Drops the upper half of each of four chars. */
    private static long ascii(long four) {
        long pairs = (four | (four >>> 8)) & 0x0000FFFF0000FFFFL;
        return (pairs | (pairs >>> 16)) & 0xFFFFFFFFL;
    }

    /** Encodes four chars that take a byte or two; sets eight bytes, whatever comes of them. */
    private static int four(long four, byte[] into, int at) {
        int first = SHORT_FORMS[(int) four & 0x7FF];
        int second = SHORT_FORMS[(int) (four >>> 16) & 0x7FF];
        int third = SHORT_FORMS[(int) (four >>> 32) & 0x7FF];
        int fourth = SHORT_FORMS[(int) (four >>> 48) & 0x7FF];
        int toSecond = first >>> 16;
        int toThird = toSecond + (second >>> 16);
        int toFourth = toThird + (third >>> 16);
        long bytes = (first & 0xFFFFL)
                | ((second & 0xFFFFL) << toSecond)
                | ((third & 0xFFFFL) << toThird)
                | ((fourth & 0xFFFFL) << toFourth);
        LONG.set(into, at, bytes);
        return at + (toFourth + (fourth >>> 16)) / Byte.SIZE;
    }

    /** Where chars that are encoded one by one end; no pair of surrogates is cut in two. */
    private int endOfStretch(int from, int end) {
        int stretch = Math.min(end, from + STRETCH);
        return stretch < end && Character.isHighSurrogate(chars[stretch - 1]) ? stretch + 1 : stretch;
    }

    /** Encodes chars of all kinds. */
    private int oneByOne(int first, int end, byte[] into, int begin) {
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
                at = supplementary(Character.toCodePoint(c, from[++i]), into, at);
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

    private static int supplementary(int point, byte[] into, int at) {
        into[at] = (byte) (0xF0 | (point >> 18));
        into[at + 1] = (byte) (0x80 | ((point >> 12) & 0x3F));
        into[at + 2] = (byte) (0x80 | ((point >> 6) & 0x3F));
        into[at + 3] = (byte) (0x80 | (point & 0x3F));
        return at + 4;
    }
}
