package dev.batchwright.processor.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON of objects, arrays, text, whole numbers and booleans, as {@link Json} writes it; objects stay in their order. */
public final class JsonReader {

    /** A text that is nested deeper was not written by us, and must not take the stack of whoever reads it. */
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @throws MalformedJsonException if the text is anything else, or more
     */
    public static Map<String, Object> object(String text) throws MalformedJsonException {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Map<String, Object> object = reader.object();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.malformed("the end was expected");
        }
        return object;
    }

    private Object value() throws MalformedJsonException {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object() throws MalformedJsonException {
        Map<String, Object> object = new LinkedHashMap<>();
        enter('{');
        if (!skip('}')) {
            do {
                skipSpace();
                String name = string();
                skipSpace();
                expect(':');
                skipSpace();
                if (object.put(name, value()) != null) {
                    throw malformed("'" + name + "' was there before");
                }
                skipSpace();
            } while (skip(','));
            expect('}');
        }
        depth--;
        return object;
    }

    private List<Object> array() throws MalformedJsonException {
        List<Object> array = new ArrayList<>();
        enter('[');
        if (!skip(']')) {
            do {
                skipSpace();
                array.add(value());
                skipSpace();
            } while (skip(','));
            expect(']');
        }
        depth--;
        return array;
    }

    private String string() throws MalformedJsonException {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw malformed("text goes on over the end of a line");
            }
            string.append(next == '\\' ? escaped() : next);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws MalformedJsonException {
        char next = peek();
        at++;
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("'\\" + next + "' stands for nothing");
        };
    }

    private char unicode() throws MalformedJsonException {
        int end = Math.min(at + 4, text.length());
        String digits = text.substring(at, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw malformed("four hexadecimal digits were expected");
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private Object word(String word, boolean value) throws MalformedJsonException {
        if (!text.startsWith(word, at)) {
            throw malformed("a value was expected");
        }
        at += word.length();
        return value;
    }

    private Long number() throws MalformedJsonException {
        int first = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.valueOf(text.substring(first, at));
        } catch (NumberFormatException e) {
            throw malformed("a value was expected");
        }
    }

    private void enter(char opening) throws MalformedJsonException {
        expect(opening);
        skipSpace();
        depth++;
        if (depth > DEEPEST) {
            throw malformed("it is nested deeper than " + DEEPEST);
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws MalformedJsonException {
        if (at >= text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private boolean skip(char expected) {
        boolean isNext = at < text.length() && text.charAt(at) == expected;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private void expect(char expected) throws MalformedJsonException {
        if (peek() != expected) {
            throw malformed("'" + expected + "' was expected");
        }
        at++;
    }

    private MalformedJsonException malformed(String what) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        return new MalformedJsonException("in line " + line + " " + what);
    }
}
