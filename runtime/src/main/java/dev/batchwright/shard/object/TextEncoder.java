package dev.batchwright.shard.object;

import java.nio.charset.StandardCharsets;

/** Appends text to a block, in Latin-1 where that can hold it: most text of most rows, and the form in which Java keeps it. */
final class TextEncoder extends ObjectEncoder {

    /** Below it a loop is faster than copies in bulk, which need an array of their own. */
    private static final int SHORT_TEXT = 32;

    private static final int LATIN_1 = 0xFF;

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
        byte[] latin = value.getBytes(StandardCharsets.ISO_8859_1);
        // What Latin-1 does not have became a question mark.
        if (!value.equals(new String(latin, StandardCharsets.ISO_8859_1))) {
            return utf8(value);
        }
        number((long) latin.length << 1);
        append(latin);
        return -1;
    }

    private int utf8(String value) {
        int unpaired = Surrogates.firstUnpaired(value);
        if (unpaired < 0) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            number(((long) utf8.length << 1) | 1);
            append(utf8);
        }
        return unpaired;
    }
}
