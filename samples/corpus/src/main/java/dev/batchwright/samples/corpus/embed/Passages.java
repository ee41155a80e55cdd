package dev.batchwright.samples.corpus.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts one text into passages by its words. */
final class Passages {

    private final String text;
    private final List<Word> words;
    private final int[] tokens;
    private final int capacity;
    private final int overlap;

    Passages(String text, WordPieceTokenizer tokenizer, int capacity, int overlap) {
        this.text = text;
        this.words = WordReader.words(text);
        this.tokens = words.stream().mapToInt(tokenizer::count).toArray();
        this.capacity = capacity;
        this.overlap = overlap;
    }

    List<String> cut() {
        List<String> passages = new ArrayList<>();
        int first = 0;
        while (first < words.size()) {
            int end = end(first);
            passages.add(
                    text.substring(words.get(first).start(), words.get(end - 1).end()));
            first = end == words.size() ? end : firstOfNext(first, end);
        }
        return passages;
    }

    /** The word behind the last one of a passage: as many as fit, less those behind the last good place in the second half. */
    private int end(int first) {
        int end = first + 1;
        int held = tokens[first];
        while (end < words.size() && held + tokens[end] <= capacity) {
            held += tokens[end++];
        }
        if (end == words.size()) {
            return end;
        }
        for (int place = end; place > first + (end - first) / 2; place--) {
            if (endsSentence(place)) {
                return place;
            }
        }
        return end;
    }

    /** Goes back as far as passages may overlap, then on to where a sentence begins, or else a word behind a space. */
    private int firstOfNext(int first, int end) {
        int next = end;
        int shared = 0;
        while (next - 1 > first && shared + tokens[next - 1] <= overlap) {
            shared += tokens[--next];
        }
        int earliest = next;
        return IntStream.range(earliest, end)
                .filter(this::endsSentence)
                .findFirst()
                .orElseGet(() -> IntStream.range(earliest, end)
                        .filter(word -> !spaceBefore(word).isEmpty())
                        .findFirst()
                        .orElse(end));
    }

    /** Whether a sentence or a line ends before a word. */
    private boolean endsSentence(int word) {
        String space = spaceBefore(word);
        return space.contains("\n")
                || (!space.isEmpty() && ".!?;:".contains(words.get(word - 1).text()));
    }

    private String spaceBefore(int word) {
        return text.substring(words.get(word - 1).end(), words.get(word).start());
    }
}
