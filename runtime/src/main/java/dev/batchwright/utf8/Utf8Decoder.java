package dev.batchwright.utf8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes strings of bytes, and checks in the same pass that they are UTF-8. The constructors of {@link String} put replacement
 * characters where bytes are wrong, and are slow beyond ASCII. Used by one thread.
 *
 * <p>Text is first taken for what a Java string holds in a byte each; the first character beyond that moves what there is into
 * chars.
 */
public final class Utf8Decoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int KEPT_LENGTH = 1 << 16;
    private static final int INVALID = -1;

    private byte[] latin = {};
    private char[] chars = {};

    /**
     * Decodes a text.
     *
     * @param from holds it
     * @param offset where it begins
     * @param length its length in bytes
     * @return the text, or null if the bytes are not valid UTF-8
     */
    public @Nullable String decode(byte[] from, int offset, int length) {
        int end = offset + length;
        int beyond = Utf8Scan.endOfAscii(from, offset, end);
        if (beyond == end) {
            return new String(from, offset, length, StandardCharsets.ISO_8859_1);
        }
        return decodeBeyondAscii(from, offset, beyond, end);
    }

    private @Nullable String decodeBeyondAscii(byte[] from, int begin, int beyond, int end) {
        byte[] narrow = roomForBytes(end - begin);
        int at = beyond - begin;
        System.arraycopy(from, begin, narrow, 0, at);
        int i = beyond;
        while (i < end) {
            if (i <= end - Long.BYTES) {
                // Eight at once, though only those before the first that is not ASCII stay.
                long eight = (long) LONG.get(from, i);
                LONG.set(narrow, at, eight);
                int ascii = Utf8Scan.asciiOf(eight);
                i += ascii;
                at += ascii;
                if (ascii == Long.BYTES) {
                    continue;
                }
            }
            byte lead = from[i];
            if (lead >= 0) {
                narrow[at++] = lead;
                i++;
            } else if ((lead & 0xFE) == 0xC2 && i + 1 < end && Utf8Scan.isContinuation(from[i + 1])) {
                narrow[at++] = (byte) (lead << 6 | (from[i + 1] & 0x3F));
                i += 2;
            } else {
                return decodeWide(from, i, end, narrow, at);
            }
        }
        return new String(narrow, 0, at, StandardCharsets.ISO_8859_1);
    }

    private @Nullable String decodeWide(byte[] from, int begin, int end, byte[] narrow, int done) {
        char[] into = roomForChars(done + end - begin);
        // By way of a string, as the JDK widens the bytes of one many at once.
        new String(narrow, 0, done, StandardCharsets.ISO_8859_1).getChars(0, done, into, 0);
        int length = decodeWide(from, begin, end, into, done);
        return length == INVALID ? null : new String(into, 0, length);
    }

    private static int decodeWide(byte[] from, int begin, int end, char[] into, int done) {
        int at = done;
        int i = begin;
        while (i < end) {
            int lead = from[i];
            if (lead >= 0) {
                into[at++] = (char) lead;
                i++;
            } else if (lead < (byte) 0xE0) {
                if (lead < (byte) 0xC2 || i + 1 >= end || !Utf8Scan.isContinuation(from[i + 1])) {
                    return INVALID;
                }
                into[at++] = (char) ((lead & 0x1F) << 6 | (from[i + 1] & 0x3F));
                i += 2;
            } else if (lead < (byte) 0xF0) {
                int c = i + 2 < end ? three(lead, from[i + 1], from[i + 2]) : INVALID;
                if (c == INVALID) {
                    return INVALID;
                }
                into[at++] = (char) c;
                i += 3;
            } else {
                if (Utf8Scan.lengthOfValid(from, i, end) != 4) {
                    return INVALID;
                }
                int point = (lead & 0x07) << 18
                        | (from[i + 1] & 0x3F) << 12
                        | (from[i + 2] & 0x3F) << 6
                        | (from[i + 3] & 0x3F);
                into[at++] = Character.highSurrogate(point);
                into[at++] = Character.lowSurrogate(point);
                i += 4;
            }
        }
        return at;
    }

    private static int three(int lead, byte second, byte third) {
        int c = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
        boolean valid = Utf8Scan.isContinuation(second)
                && Utf8Scan.isContinuation(third)
                && c >= 0x800
                && !Character.isSurrogate((char) c);
        return valid ? c : INVALID;
    }

    private byte[] roomForBytes(int length) {
        if (latin.length >= length) {
            return latin;
        }
        byte[] room = new byte[Math.max(length, Math.min(KEPT_LENGTH, 2 * length))];
        if (room.length <= KEPT_LENGTH) {
            latin = room;
        }
        return room;
    }

    private char[] roomForChars(int length) {
        if (chars.length >= length) {
            return chars;
        }
        char[] room = new char[Math.max(length, Math.min(KEPT_LENGTH, 2 * length))];
        if (room.length <= KEPT_LENGTH) {
            chars = room;
        }
        return room;
    }
}
