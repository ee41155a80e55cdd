package dev.batchwright.generated;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A step's configuration by name, in a text form that is the same whenever the values are equal. Used by one thread.
 *
 * <p>The types that generated code hands in are those whose text says all: primitives and their boxes, text, enums, numbers,
 * times, paths, locales, patterns and the like, and arrays, lists, sets, maps and optionals of these.
 */
public final class Configuration {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** An empty configuration. */
    public Configuration() {}

    /**
     * Adds a value.
     *
     * @param name the component or field
     * @param value its value
     */
    public void add(String name, @Nullable Object value) {
        values.put(name, text(value));
    }

    /**
     * The values so far.
     *
     * @return text by name, in the order in which the values were added
     */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Configuration::text).orElse("null");
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((key, held) -> sorted.put(text(key), text(held)));
            return sorted.toString();
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Configuration::text).sorted().toList().toString();
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Configuration::text).toList().toString();
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Configuration::text).toList().toString();
        }
        return value.getClass().isArray() ? primitivesText(value) : quoted(value);
    }

    /** Quotes text, so that no value can look like two. */
    private static String quoted(Object value) {
        return value instanceof CharSequence
                ? '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : value.toString();
    }

    private static String primitivesText(Object array) {
        String nested = Arrays.deepToString(new Object[] {array});
        return nested.substring(1, nested.length() - 1);
    }
}
