package dev.batchwright.shard;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The formats that are there, by name. Immutable; may be used by several threads at once. */
public final class ShardFormats {

    private final Map<String, ShardFormat> byName;

    private ShardFormats(Map<String, ShardFormat> byName) {
        this.byName = byName;
    }

    /**
     * Finds the formats that the thread's class loader offers as services, the built-in ones and a user's own.
     *
     * @return the formats
     * @throws IllegalStateException if two have one name
     */
    public static ShardFormats load() {
        return of(ServiceLoader.load(ShardFormat.class));
    }

    /**
     * Takes formats that were found otherwise.
     *
     * @param formats the formats
     * @return the formats by name
     * @throws IllegalStateException if two have one name
     */
    public static ShardFormats of(Iterable<ShardFormat> formats) {
        Map<String, ShardFormat> byName = new TreeMap<>();
        for (ShardFormat format : formats) {
            ShardFormat other = byName.put(format.name(), format);
            if (other != null) {
                throw new IllegalStateException("Both " + other.getClass().getName() + " and "
                        + format.getClass().getName() + " are part formats of the name '" + format.name()
                        + "'. Give one of them another name, or take it off the class path.");
            }
        }
        return new ShardFormats(byName);
    }

    /**
     * Looks a format up.
     *
     * @param name its name, as in {@code @Step(format = …)}; not {@code auto}
     * @return the format
     * @throws IllegalArgumentException if there is none of this name
     */
    public ShardFormat named(String name) {
        ShardFormat format = byName.get(name);
        if (format == null) {
            throw new IllegalArgumentException("There is no part format '" + name + "'. Those that are there: "
                    + String.join(", ", byName.keySet())
                    + ". A format of your own must be listed in META-INF/services/" + ShardFormat.class.getName()
                    + ".");
        }
        return format;
    }

    /**
     * Looks a format up that need not be there.
     *
     * @param name its name
     * @return the format, or nothing
     */
    public Optional<ShardFormat> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Looks a format up by what the names of its files end in.
     *
     * @param extension the extension without a dot
     * @return the format
     * @throws IllegalArgumentException if there is none
     */
    public ShardFormat withExtension(String extension) {
        return byName.values().stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part format for files that end in ."
                        + extension + ". If it was a format of your own, put it on the class path again."));
    }
}
