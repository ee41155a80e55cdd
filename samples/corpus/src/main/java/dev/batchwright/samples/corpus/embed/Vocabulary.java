package dev.batchwright.samples.corpus.embed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word pieces that a model knows, with their numbers. Immutable. */
final class Vocabulary {

    private final Map<String, Integer> ids;
    private final int longestPiece;

    private Vocabulary(Map<String, Integer> ids) {
        this.ids = ids;
        this.longestPiece = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Reads {@code model.vocab} of a {@code tokenizer.json}, the form in which tokenizers are published with their models. */
    static Vocabulary read(InputStream tokenizerJson) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(tokenizerJson)) {
            json.nextToken();
            enter(json, "model");
            enter(json, "vocab");
            Map<String, Integer> ids = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String piece = json.currentName();
                ids.put(piece, json.nextIntValue(-1));
            }
            return new Vocabulary(ids);
        }
    }

    /** Moves from the beginning of an object to the beginning of one within it. */
    private static void enter(JsonParser json, String name) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals(name);
            json.nextToken();
            if (found) {
                return;
            }
            json.skipChildren();
        }
        throw new IOException("The tokenizer's description has no \"" + name + "\"");
    }

    @Nullable
    Integer find(String piece) {
        return ids.get(piece);
    }

    int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("The vocabulary has no piece " + piece);
        }
        return id;
    }

    int size() {
        return ids.size();
    }

    int longestPiece() {
        return longestPiece;
    }
}
