package dev.batchwright.benchmarks.text;

import java.util.Locale;

/**
 * What a text looks like after cleaning: each run of the six ASCII white space characters has become one space, there is none at
 * either end, and letters are lower case by the rules of Unicode. A no-break space stays what it is.
 */
final class NormalisedText {

    private NormalisedText() {}

    static String of(String text) {
        return (isTidy(text) ? text : tidy(text)).toLowerCase(Locale.ROOT);
    }

    /** Most texts are, and then need not be copied. */
    private static boolean isTidy(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if (space && (afterSpace || c != ' ')) {
                return false;
            }
            afterSpace = space;
        }
        return !afterSpace || text.isEmpty();
    }

    private static String tidy(String text) {
        char[] kept = new char[text.length()];
        int size = 0;
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if (!space) {
                kept[size++] = c;
            } else if (!afterSpace) {
                kept[size++] = ' ';
            }
            afterSpace = space;
        }
        return new String(kept, 0, size > 0 && afterSpace ? size - 1 : size);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
