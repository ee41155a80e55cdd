package dev.batchwright.samples.corpus.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the 21 official languages of the European Parliament's older speeches apart, and source code from all of them.
 *
 * <p>Greek and Bulgarian have a script to themselves. In other texts the commonest small words are counted; a word that several
 * languages share counts for less in each. That is enough for a paragraph, and too little for a headline. Thread-safe.
 */
final class LanguageDetector {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** With fewer small words than one in this many, a text is probably in none of the languages. */
    private static final int RAREST = 25;

    private final StopWords stopWords;

    private LanguageDetector(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    static LanguageDetector ofStopWords() {
        return new LanguageDetector(StopWords.bundled());
    }

    /** The languages that this detector knows. */
    SortedSet<String> languages() {
        SortedSet<String> languages = new TreeSet<>(stopWords.languages());
        languages.addAll(List.of("bg", "el", Language.CODE));
        return languages;
    }

    /** The language's code, or a constant of {@link Language}. */
    String detect(String text) {
        if (SourceCode.looksLike(text)) {
            return Language.CODE;
        }
        Map<Character.UnicodeScript, Integer> letters = lettersByScript(text);
        int latin = letters.getOrDefault(Character.UnicodeScript.LATIN, 0);
        if (letters.getOrDefault(Character.UnicodeScript.GREEK, 0) > latin) {
            return "el";
        }
        if (letters.getOrDefault(Character.UnicodeScript.CYRILLIC, 0) > latin) {
            return "bg";
        }
        return byStopWords(text);
    }

    private String byStopWords(String text) {
        Map<String, Double> scores = new TreeMap<>();
        int words = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words++;
            stopWords.weigh(matcher.group(), scores);
        }
        double least = (double) words / RAREST;
        return scores.entrySet().stream()
                .filter(score -> score.getValue() >= least)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Language.UNKNOWN);
    }

    private static Map<Character.UnicodeScript, Integer> lettersByScript(String text) {
        Map<Character.UnicodeScript, Integer> letters = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(Character.UnicodeScript.of(letter), 1, Integer::sum));
        return letters;
    }
}
