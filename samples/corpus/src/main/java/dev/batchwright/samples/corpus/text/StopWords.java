package dev.batchwright.samples.corpus.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The commonest small words of each language. Immutable. */
final class StopWords {

    private final Map<String, List<String>> languagesByWord;

    private StopWords(Map<String, List<String>> languagesByWord) {
        this.languagesByWord = languagesByWord;
    }

    /** Reads {@code stop-words.txt}: a line a language, its code first. */
    static StopWords bundled() {
        InputStream file = Objects.requireNonNull(StopWords.class.getResourceAsStream("stop-words.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The stop words could not be read", e);
        }
    }

    private static StopWords parse(List<String> lines) {
        Map<String, List<String>> languagesByWord = new HashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            for (String word : words.subList(1, words.size())) {
                languagesByWord
                        .computeIfAbsent(word, unknown -> new ArrayList<>())
                        .add(words.get(0));
            }
        }
        return new StopWords(languagesByWord);
    }

    Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        languagesByWord.values().forEach(languages::addAll);
        return languages;
    }

    /** Adds a word's weight to every language that has it: 1 in all. */
    void weigh(String word, Map<String, Double> scores) {
        List<String> languages = languagesByWord.getOrDefault(word.toLowerCase(Locale.ROOT), List.of());
        for (String language : languages) {
            scores.merge(language, 1.0 / languages.size(), Double::sum);
        }
    }
}
