package dev.batchwright.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a line of JSON: the tokens of Jackson with checked types, and messages that name the place. A value is read by the
 * method of its type, which leaves the cursor on the value's last token.
 */
final class JsonCursor {

    private static final int SHOWN_CHARACTERS = 40;

    private @Nullable JsonParser line;

    /** Goes to the first token of a line. */
    void begin(JsonParser parser) {
        line = parser;
        next();
    }

    /** Checks that the line is at its end. */
    void end() {
        if (next() != null) {
            throw new InvalidValueException("the line goes on after the object. Write one object a line");
        }
    }

    @Nullable
    JsonToken next() {
        try {
            return parser().nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try {
            return parser().getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        String column = path.isEmpty() ? "" : "column " + path + ": ";
        return new InvalidValueException(column + "expected " + expected + ", found " + found());
    }

    /** The columns, elements and keys that lead to the current token, such as {@code meta.tags[3]}. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = parser().getParsingContext(); at != null; at = at.getParent()) {
            if (at.inObject() && at.hasCurrentName()) {
                path.insert(0, "." + at.getCurrentName());
            } else if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            }
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    /** The byte of the line at which the parser stands. */
    int position() {
        return (int) Math.max(0, parser().currentLocation().getByteOffset());
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
