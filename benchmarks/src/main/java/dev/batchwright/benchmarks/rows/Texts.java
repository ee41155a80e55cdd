package dev.batchwright.benchmarks.rows;

import dev.batchwright.benchmarks.input.Europarl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Real text, in pieces of any length. The corpus begins anew when it ends, and then each piece is told apart by a number. */
final class Texts {

    private final List<String> speeches;
    private final List<String> words;
    private int speech;
    private int position;
    private int repeat;

    /** In all languages of the corpus. */
    Texts(Path corpus) throws IOException {
        this(Europarl.bodies(corpus));
    }

    private Texts(List<String> speeches) {
        this.speeches = speeches;
        this.words = words(speeches);
    }

    static Texts inEnglish(Path corpus) throws IOException {
        return new Texts(Europarl.englishBodies(corpus));
    }

    private static List<String> words(List<String> speeches) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            words.addAll(List.of(speeches.get(i * speeches.size() / 200).split("\\W+")));
        }
        words.removeIf(String::isBlank);
        return List.copyOf(words);
    }

    /** The next piece, of exactly so many characters. */
    String next(int length) {
        String suffix = repeat == 0 ? "" : " #" + repeat;
        StringBuilder piece = new StringBuilder(length);
        while (piece.length() < length - suffix.length()) {
            String text = speeches.get(speech);
            int end = Math.min(text.length(), position + length - suffix.length() - piece.length());
            piece.append(text, position, end);
            position = end;
            if (end == text.length()) {
                nextSpeech();
            }
        }
        return withoutHalfCharacters(piece).append(suffix).toString();
    }

    private void nextSpeech() {
        position = 0;
        speech++;
        if (speech == speeches.size()) {
            speech = 0;
            repeat++;
        }
    }

    private static StringBuilder withoutHalfCharacters(StringBuilder text) {
        if (Character.isLowSurrogate(text.charAt(0))) {
            text.setCharAt(0, ' ');
        }
        int last = text.length() - 1;
        if (Character.isHighSurrogate(text.charAt(last))) {
            text.setCharAt(last, ' ');
        }
        return text;
    }

    /** Some words out of the corpus, with a space between them. */
    String phrase(Random random, int count) {
        StringBuilder phrase = new StringBuilder(word(random));
        for (int i = 1; i < count; i++) {
            phrase.append(' ').append(word(random));
        }
        return phrase.toString();
    }

    String word(Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
