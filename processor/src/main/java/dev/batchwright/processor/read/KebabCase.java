package dev.batchwright.processor.read;

import java.util.Locale;

/** Names of classes as names of folders. */
final class KebabCase {

    private KebabCase() {}

    /** {@code EmbedChunks} as {@code embed-chunks}, {@code HTTPFetch} as {@code http-fetch}. */
    static String of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
