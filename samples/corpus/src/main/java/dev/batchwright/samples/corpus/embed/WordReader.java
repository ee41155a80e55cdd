package dev.batchwright.samples.corpus.embed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words as uncased BERT models expect them: control characters are dropped, accents are stripped, letters become
 * lower case, and punctuation marks and CJK ideographs stand alone. Every word keeps its place in the original text.
 *
 * @see <a href="https://github.com/google-research/bert/blob/master/tokenization.py">the original, BasicTokenizer</a>
 */
final class WordReader {

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;

    private WordReader(String text) {
        this.text = text;
    }

    static List<Word> words(String text) {
        WordReader reader = new WordReader(text);
        reader.readAll();
        return reader.words;
    }

    private void readAll() {
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int character = text.codePointAt(at);
            next = at + Character.charCount(character);
            if (CharacterClass.isDropped(character)) {
                continue;
            }
            if (CharacterClass.isSpace(character)) {
                endWord();
            } else if (CharacterClass.isIdeograph(character)) {
                addAlone(character, at, next);
            } else if (character < 0x80) {
                add(character, at, next);
            } else {
                addDecomposed(character, at, next);
            }
        }
        endWord();
    }

    /** Decomposes one character at a time: accents are dropped, so their order does not matter. */
    private void addDecomposed(int character, int start, int end) {
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> add(part, start, end));
    }

    private void add(int character, int start, int end) {
        int lower = Character.toLowerCase(character);
        if (CharacterClass.isPunctuation(lower)) {
            addAlone(lower, start, end);
            return;
        }
        if (word.isEmpty()) {
            wordStart = start;
        }
        word.appendCodePoint(lower);
        wordEnd = end;
    }

    private void addAlone(int character, int start, int end) {
        endWord();
        words.add(new Word(Character.toString(character), start, end));
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), wordStart, wordEnd));
            word.setLength(0);
        }
    }
}
