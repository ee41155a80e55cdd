package dev.batchwright.processor.diagnostics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody most likely meant to write. */
public final class Nearest {

    /** A word of this many letters may differ in one edit; twice as many, in two. */
    private static final int LETTERS_PER_EDIT = 3;

    private Nearest() {}

    /** A question that can stand behind a sentence; empty where no candidate is near. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(Nearest::question).orElse("");
    }

    /** Whether that was meant. */
    public static String question(String candidate) {
        return " Did you mean " + candidate + "?";
    }

    /** The candidate that takes the fewest edits to make of a word, if few enough; case does not count. The first of equals. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int most = Math.max(1, word.length() / LETTERS_PER_EDIT);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
                .filter(candidate -> edits(word, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    /**
     * The optimal string alignment distance: letters put in, left out, replaced, or swapped with their neighbour (Damerau, "A technique
     * for computer detection and correction of spelling errors", CACM 7(3), 1964).
     */
    static int edits(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        Arrays.setAll(last, index -> index);
        for (int row = 1; row <= from.length(); row++) {
            int[] next = new int[to.length() + 1];
            next[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                boolean isSame = from.charAt(row - 1) == to.charAt(column - 1);
                int replaced = last[column - 1] + (isSame ? 0 : 1);
                next[column] = Math.min(replaced, Math.min(last[column], next[column - 1]) + 1);
                boolean isSwapped = row > 1
                        && column > 1
                        && from.charAt(row - 1) == to.charAt(column - 2)
                        && from.charAt(row - 2) == to.charAt(column - 1);
                if (isSwapped) {
                    next[column] = Math.min(next[column], beforeLast[column - 2] + 1);
                }
            }
            beforeLast = last;
            last = next;
        }
        return last[to.length()];
    }
}
