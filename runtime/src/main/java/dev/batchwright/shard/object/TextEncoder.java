package dev.batchwright.shard.object;

import dev.batchwright.utf8.Utf8Encoder;

/** Appends text to a block, in Latin-1 where that can hold it: most text of most rows, and the form in which Java keeps it. */
final class TextEncoder extends ObjectEncoder {

    /** Below it a loop is faster than copies in bulk. */
    private static final int SHORT_TEXT = 32;

    private static final int LATIN_1 = 0xFF;

    private final Utf8Encoder encoder = new Utf8Encoder();

    /**
     * Appends text.
     *
     * @return -1, or the index of the first char that is half of a surrogate pair, in which case what was appended is of no use
     */
    int text(String value) {
        return value.length() < SHORT_TEXT ? shortText(value) : longText(value);
    }

    private int shortText(String value) {
        int length = value.length();
        ensure(1 + length);
        byte[] into = bytes;
        int at = position + 1;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c > LATIN_1) {
                return utf8(value);
            }
            into[at + i] = (byte) c;
        }
        into[position] = (byte) (length << 1);
        position = at + length;
        return -1;
    }

    private int longText(String value) {
        int start = position;
        int length = value.length();
        number((long) length << 1);
        for (int from = 0; from < length; ) {
            int to = Utf8Encoder.endOfChunk(value, from);
            ensure(to - from);
            int fitting = encoder.encodeLatin1(value, from, to, bytes, position);
            if (fitting < to - from) {
                position = start;
                return utf8(value);
            }
            position += fitting;
            from = to;
        }
        return -1;
    }

    private int utf8(String value) {
        int start = position;
        int length = value.length();
        // The length is not known yet. Where its number turns out longer than this one, the text moves.
        number(utf8Head(length));
        int body = position;
        for (int from = 0; from < length; ) {
            int to = Utf8Encoder.endOfChunk(value, from);
            ensure(Utf8Encoder.maxBytes(to - from));
            int end = encoder.encode(value, from, to, bytes, position);
            if (end < 0) {
                return -1 - end;
            }
            position = end;
            from = to;
        }
        setUtf8Head(start, body);
        return -1;
    }

    private void setUtf8Head(int start, int body) {
        int length = position - body;
        int moved = start + lengthOfNumber(utf8Head(length));
        if (moved != body) {
            ensure(moved - body);
            System.arraycopy(bytes, body, bytes, moved, length);
        }
        position = start;
        number(utf8Head(length));
        position += length;
    }

    private static long utf8Head(int length) {
        return ((long) length << 1) | 1;
    }
}
