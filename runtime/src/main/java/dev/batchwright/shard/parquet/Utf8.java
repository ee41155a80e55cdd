package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Encodes text, and refuses what UTF-8 cannot express instead of replacing it. */
final class Utf8 {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;

    private Utf8() {}

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The JDK puts a question mark in the place of half a surrogate pair. Most text has none, so that this costs
        // nearly nothing.
        if (hasQuestionMark(bytes)) {
            checkSurrogates(text);
        }
        return bytes;
    }

    /** Eight bytes at a time; from "Determine if a word has a byte equal to n", Bit Twiddling Hacks, Sean Eron Anderson. */
    private static boolean hasQuestionMark(byte[] bytes) {
        int at = 0;
        for (; at + 8 <= bytes.length; at += 8) {
            long zeroWhereEqual = (long) LONG.get(bytes, at) ^ EACH_BYTE * '?';
            if ((zeroWhereEqual - EACH_BYTE & ~zeroWhereEqual & EACH_BYTE * 0x80) != 0) {
                return true;
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == '?') {
                return true;
            }
        }
        return false;
    }

    private static void checkSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isLowSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                throw new InvalidRowException(
                        "A text holds half of a surrogate pair at index " + i
                                + ", which UTF-8 cannot express. Clean the text before it is stored.",
                        null);
            }
            i++;
        }
    }
}
