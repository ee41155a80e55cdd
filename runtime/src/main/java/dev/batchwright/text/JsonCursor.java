package dev.batchwright.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a line of JSON: the tokens of Jackson with checked types, and messages that name the place. A value is read by the
 * method of its type, which leaves the cursor on the value's last token.
 */
final class JsonCursor {

    private static final int SHOWN_CHARACTERS = 40;

    private final JsonText text = new JsonText();
    private @Nullable JsonParser line;
    private long lineStart;
    private boolean mayHaveEscapes;

    /** Goes to the first token of a line, which the parser takes from an input. */
    void begin(JsonParser parser, LineInput input, byte[] bytes, int from, int to) {
        line = parser;
        lineStart = input.begin(bytes, from, to);
        text.begin(bytes, from, to);
        next();
    }

    /**
     * Checks that the line is at its end.
     *
     * @return whether all of it is UTF-8; the parser itself lets some other bytes pass
     */
    boolean end() {
        if (!text.isBlankFrom(position()) && next() != null) {
            throw new InvalidValueException(null, "the line goes on after the object. Write one object a line");
        }
        return text.restIsUtf8();
    }

    @Nullable
    JsonToken next() {
        try {
            return parser().nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to the next field, and tells whether it has the expected name, which is then found without making a string of it. */
    boolean nextIsNamed(SerializedString expected) {
        try {
            return parser().nextFieldName(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the field that the cursor has come to; null if it has come to the end of the object. */
    @Nullable
    String name() {
        return is(JsonToken.FIELD_NAME) ? characters() : null;
    }

    /** Goes to the name of the next field; null at the end of the object. */
    @Nullable
    String nextName() {
        try {
            return parser().nextFieldName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to the end of the current value. */
    void skip() {
        try {
            parser().skipChildren();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean is(JsonToken token) {
        return parser().hasToken(token);
    }

    void require(JsonToken token, String expected) {
        if (!is(token)) {
            throw unexpected(expected);
        }
    }

    String text(String expected) {
        require(JsonToken.VALUE_STRING, expected);
        String plain = text.at(parser().currentTokenLocation().getByteOffset() - lineStart);
        mayHaveEscapes = plain == null;
        return plain == null ? characters() : plain;
    }

    /** Goes past the key of an entry. */
    String key() {
        String key = characters();
        mayHaveEscapes = true;
        next();
        return key;
    }

    /** Whether the text or key that was read last may have been written with escapes. */
    boolean mayHaveEscapes() {
        return mayHaveEscapes;
    }

    /** The characters of a name, a text or a number. */
    String characters() {
        try {
            return parser().getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long integer(long min, long max, String expected) {
        require(JsonToken.VALUE_NUMBER_INT, expected);
        try {
            long value = parser().getLongValue();
            if (value < min || value > max) {
                throw unexpected(expected);
            }
            return value;
        } catch (InputCoercionException e) {
            throw unexpected(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isNumber() {
        return is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT);
    }

    /** Whether a number is one of those that only Python writes as such. */
    boolean isNotFinite() {
        try {
            return parser().isNaN();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number() {
        try {
            return parser().getDoubleValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float smallNumber() {
        try {
            return parser().getFloatValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InvalidValueException unexpected(String expected) {
        String path = path();
        return new InvalidValueException(path.isEmpty() ? null : path, "expected " + expected + ", found " + found());
    }

    /** The columns, elements and keys that lead to the current token, such as {@code meta.tags[3]}. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = parser().getParsingContext(); at != null; at = at.getParent()) {
            if (at.inObject() && at.hasCurrentName()) {
                path.insert(0, "." + shortened(at.getCurrentName()));
            } else if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            }
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    /** The byte of the line at which the parser stands. */
    int position() {
        return (int) Math.max(0, parser().currentLocation().getByteOffset() - lineStart);
    }

    private String found() {
        JsonToken token = parser().currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case FIELD_NAME -> "the field " + shortened(characters());
            case END_OBJECT -> "the end of the object";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> '"' + shortened(characters()) + '"';
            default -> shortened(characters());
        };
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private JsonParser parser() {
        if (line == null) {
            throw new IllegalStateException("No line has been begun");
        }
        return line;
    }
}
