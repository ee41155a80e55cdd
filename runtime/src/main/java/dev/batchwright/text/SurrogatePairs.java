package dev.batchwright.text;

/** Text as UTF-16 has it, where a pair can be torn. */
public final class SurrogatePairs {

    private SurrogatePairs() {}

    /** Finds the first surrogate that is not part of a pair, which UTF-8 cannot express, or gives -1. */
    public static int indexOfHalf(String text) {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return -1;
    }
}
