package dev.batchwright.processor.json;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, text, numbers and booleans as indented JSON, in the order in which maps are iterated. */
public final class Json {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    public static String of(Map<String, ?> value) {
        Json json = new Json();
        json.add(value, "\n");
        return json.text.append('\n').toString();
    }

    private void add(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> map) {
            addObject(map, lineBreak);
        } else if (value instanceof List<?> list) {
            addArray(list, lineBreak);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            addText(value.toString());
        }
    }

    private void addObject(Map<?, ?> map, String lineBreak) {
        String inner = lineBreak + INDENT;
        text.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            text.append(inner);
            addText(entry.getKey().toString());
            text.append(": ");
            add(entry.getValue(), inner);
            text.append(entries.hasNext() ? "," : lineBreak);
        }
        text.append('}');
    }

    private void addArray(List<?> list, String lineBreak) {
        boolean isFlat = list.stream().noneMatch(value -> value instanceof Map || value instanceof List);
        String inner = isFlat ? "" : lineBreak + INDENT;
        text.append('[');
        for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
            text.append(inner);
            add(values.next(), inner);
            text.append(values.hasNext() ? (isFlat ? ", " : ",") : (isFlat ? "" : lineBreak));
        }
        text.append(']');
    }

    private void addText(String value) {
        text.append('"');
        for (int index = 0; index < value.length(); index++) {
            addCharacter(value.charAt(index));
        }
        text.append('"');
    }

    /** Anything but ASCII is escaped, so that the file reads the same whatever encoding someone assumes. */
    private void addCharacter(char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (character < ' ' || character > '~') {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
            text.append(character);
        }
    }
}
