package dev.batchwright.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the canonical text of schemas, in one pass and from its first character to its last. Used by one thread. */
final class SchemaText {

    /** No record is nested deeper; a text that is was not written by us, and must not take the stack of whoever reads it. */
    private static final int DEEPEST = 100;

    private static final int QUOTED_CHARACTERS = 40;

    private final String text;
    private int at;
    private int depth;

    SchemaText(String text) {
        this.text = text;
    }

    /**
     * The name of a column as it stands before the colon. Most stay as they are: the colon that ends one is the last before its type, and
     * no type has another before its first brace. Only what would be mistaken for the columns after it is marked.
     */
    static String escaped(String name) {
        int colon = name.indexOf(':');
        boolean isPlain = name.indexOf('{') < 0
                && name.indexOf('}') < 0
                && name.indexOf('\\') < 0
                && (colon < 0 || name.indexOf(',', colon) < 0);
        return isPlain ? name : name.replaceAll("[\\\\{},:]", "\\\\$0");
    }

    RecordType parse() {
        RecordType row = record("row");
        if (at < text.length() || !row.describe().equals(text)) {
            throw malformed("it ends, and is not what a schema is written as", null);
        }
        return row;
    }

    private RecordType record(String name) {
        enter();
        expect('{');
        List<Column> columns = new ArrayList<>();
        if (!skip('}')) {
            do {
                columns.add(column());
            } while (skip(','));
            expect('}');
        }
        depth--;
        return made(() -> new RecordType(name, columns));
    }

    private Column column() {
        String name = columnName();
        ColumnType type = type(name);
        boolean nullable = skip('?');
        return made(() -> new Column(name, type, nullable));
    }

    private String columnName() {
        StringBuilder name = new StringBuilder();
        boolean isEscaped = false;
        int colon = -1;
        int type = at;
        for (; at < text.length() && !endsName(text.charAt(at), isEscaped, colon); at++) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length()) {
                isEscaped = true;
                at++;
            } else if (next == ':') {
                colon = name.length();
                type = at + 1;
            }
            name.append(text.charAt(at));
        }
        if (colon < 0) {
            throw malformed("no name of a column and colon come next", null);
        }
        at = type;
        return name.substring(0, colon);
    }

    private static boolean endsName(char next, boolean isEscaped, int colon) {
        return next == '{' || next == '}' || (colon >= 0 && (next == ',' || isEscaped));
    }

    private ColumnType type(String name) {
        if (at < text.length() && text.charAt(at) == '{') {
            return record(name);
        }
        String word = word();
        return switch (word) {
            case "enum" -> enumeration();
            case "array" -> array();
            case "list", "set" -> list(name, word.equals("set"));
            case "map" -> map(name);
            case "optional" -> optional(name);
            case "union" -> union(name);
            default -> scalar(word);
        };
    }

    private ScalarType scalar(String word) {
        for (ScalarType type : ScalarType.values()) {
            if (type.describe().equals(word)) {
                return type;
            }
        }
        throw malformed("'" + shortened(word) + "' is no type", null);
    }

    private EnumType enumeration() {
        expect(' ');
        String name = word();
        expect('(');
        List<String> constants = new ArrayList<>();
        if (!skip(')')) {
            do {
                constants.add(word());
            } while (skip(','));
            expect(')');
        }
        return new EnumType(name, constants);
    }

    private ArrayType array() {
        expect('<');
        ScalarType element = scalar(word());
        expect('>');
        return made(() -> new ArrayType(element));
    }

    private ListType list(String name, boolean distinct) {
        ColumnType element = held(name);
        boolean nullable = skip('?');
        expect('>');
        return new ListType(element, nullable, distinct);
    }

    private MapType map(String name) {
        ColumnType value = held(name);
        boolean nullable = skip('?');
        expect('>');
        return new MapType(value, nullable);
    }

    private OptionalType optional(String name) {
        ColumnType value = held(name);
        expect('>');
        return made(() -> new OptionalType(value));
    }

    private ColumnType held(String name) {
        enter();
        expect('<');
        ColumnType type = type(name);
        depth--;
        return type;
    }

    private UnionType union(String name) {
        expect('(');
        List<RecordType> variants = new ArrayList<>();
        if (!skip(')')) {
            do {
                variants.add(record(word()));
            } while (skip('|'));
            expect(')');
        }
        return made(() -> new UnionType(name, variants));
    }

    /** A name of Java, or of a type. */
    private String word() {
        int first = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == first) {
            throw malformed("no name comes next", null);
        }
        return text.substring(first, at);
    }

    private boolean skip(char expected) {
        boolean isNext = at < text.length() && text.charAt(at) == expected;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw malformed("no '" + expected + "' comes next", null);
        }
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw malformed("types are nested deeper than " + DEEPEST, null);
        }
    }

    private <T> T made(Supplier<T> type) {
        try {
            return type.get();
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private MalformedSchemaException malformed(String what, @Nullable Throwable cause) {
        return new MalformedSchemaException(
                "'" + shortened(text) + "' is no schema of rows: at character " + at + " " + what, cause);
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "…";
    }
}
