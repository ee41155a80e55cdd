package dev.batchwright.processor.read;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of classes as names of folders. */
final class KebabCase {

    private static final Pattern WORD_END = Pattern.compile("[a-z0-9](?=[A-Z])|[A-Z](?=[A-Z][a-z])");

    private KebabCase() {}

    /** {@code EmbedChunks} as {@code embed-chunks}, {@code HTTPFetch} as {@code http-fetch}. */
    static String of(String name) {
        return WORD_END.matcher(name).replaceAll("$0-").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
