package dev.batchwright.samples.corpus.embed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into the word pieces of an uncased BERT model: each word is cut into the longest pieces of the vocabulary, from left to
 * right. The names of special pieces have no meaning within a text. Thread-safe.
 *
 * @see <a href="https://github.com/google-research/bert/blob/master/tokenization.py">the original, WordpieceTokenizer</a>
 */
public final class WordPieceTokenizer {

    /** What the model puts around every text: one piece before it and one behind it. */
    public static final int SPECIAL_PIECES = 2;

    private static final int LONGEST_WORD = 100;

    private final Vocabulary vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    WordPieceTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.start = vocabulary.id("[CLS]");
        this.end = vocabulary.id("[SEP]");
        this.unknown = vocabulary.id("[UNK]");
    }

    /**
     * Loads the tokenizer of all-MiniLM-L6-v2.
     *
     * @return the tokenizer
     * @throws IOException the vocabulary could not be read
     */
    public static WordPieceTokenizer miniLm() throws IOException {
        try (InputStream json = ModelFile.TOKENIZER.open()) {
            return new WordPieceTokenizer(Vocabulary.read(json));
        }
    }

    /**
     * The numbers of a text's pieces, as the model takes them.
     *
     * @param text the text
     * @param most the most pieces to give, the two special ones included; what comes after them is cut off
     * @return the numbers, with a special one at either end
     */
    long[] ids(String text, int most) {
        long[] ids = new long[most];
        int size = 0;
        ids[size++] = start;
        for (Word word : WordReader.words(text)) {
            for (int piece : pieces(word.text())) {
                if (size == most - 1) {
                    break;
                }
                ids[size++] = piece;
            }
        }
        ids[size++] = end;
        return Arrays.copyOf(ids, size);
    }

    /** The number of pieces of one word; at least one. */
    int count(Word word) {
        return pieces(word.text()).size();
    }

    private List<Integer> pieces(String word) {
        Integer whole = vocabulary.find(word);
        if (whole != null) {
            return List.of(whole);
        }
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return List.of(unknown);
        }
        List<Integer> pieces = new ArrayList<>();
        for (int from = 0; from < word.length(); ) {
            Piece piece = longestPiece(word, from);
            if (piece == null) {
                return List.of(unknown);
            }
            pieces.add(piece.id());
            from = piece.end();
        }
        return pieces;
    }

    private @Nullable Piece longestPiece(String word, int from) {
        String mark = from == 0 ? "" : "##";
        for (int to = Math.min(word.length(), from + vocabulary.longestPiece()); to > from; to--) {
            Integer id = vocabulary.find(mark + word.substring(from, to));
            if (id != null) {
                return new Piece(id, to);
            }
        }
        return null;
    }

    private record Piece(int id, int end) {}
}
