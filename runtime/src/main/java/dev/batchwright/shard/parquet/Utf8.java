package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Encodes text, and refuses what UTF-8 cannot express instead of replacing it. */
final class Utf8 {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long QUESTION_MARKS = 0x3F3F3F3F3F3F3F3FL;

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
            long zeroWhereEqual = (long) LONG.get(bytes, at) ^ QUESTION_MARKS;
            if (((zeroWhereEqual - ONES) & ~zeroWhereEqual & TOP_BITS) != 0) {
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
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            // A pair makes a code point beyond these; half of one stands for itself.
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new InvalidRowException(
                        "A text holds half of a surrogate pair at character " + at
                                + ", which UTF-8 cannot express. Remove it, or store the text as a byte[].",
                        null);
            }
            at += Character.charCount(codePoint);
        }
    }
}
