package dev.batchwright.io;

/** Text as UTF-16 has it, where a pair can be torn. */
final class SurrogatePairs {

    private SurrogatePairs() {}

    /** Finds the first surrogate that is not part of a pair, which UTF-8 cannot express, or gives -1. */
    static int indexOfHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!isPair) {
                return i;
            }
            i++;
        }
        return -1;
    }
}
