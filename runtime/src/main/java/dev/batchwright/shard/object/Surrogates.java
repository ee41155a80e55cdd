package dev.batchwright.shard.object;

/** Text that no encoding of Unicode can express. */
final class Surrogates {

    private Surrogates() {}

    /** The index of the first char that is half of a surrogate pair without the other half, or -1. */
    static int firstUnpaired(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
