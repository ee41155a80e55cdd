package dev.batchwright.samples.corpus.dedup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts texts into their overlapping runs of words, by which two texts can be compared as sets. */
final class Shingles {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Shingles() {}

    /**
     * The hashes of all runs of some words in a row.
     *
     * @param text any text
     * @param length the words of a run; a shorter text is one run
     * @return the hashes, each once
     */
    static Set<Long> of(String text, int length) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        Set<Long> shingles = new TreeSet<>();
        for (int first = 0; first == 0 || first + length <= words.size(); first++) {
            int last = Math.min(words.size(), first + length);
            shingles.add(hash(String.join(" ", words.subList(first, last))));
        }
        return shingles;
    }

    /** FNV-1a with 64 bits. */
    private static long hash(String shingle) {
        long hash = 0xcbf29ce484222325L;
        for (byte part : shingle.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xFF)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The size of the intersection by the size of the union, from 0 to 1. */
    static double jaccard(Set<Long> left, Set<Long> right) {
        long shared = left.stream().filter(right::contains).count();
        return (double) shared / (left.size() + right.size() - shared);
    }
}
