package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Setting;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of formats and compressions. Formats can be added by users, so only their form is checked; which compressions such a format
 * supports is only known when it runs.
 */
final class FormatNames {

    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern COMPRESSION = Pattern.compile("auto|none|lz4|zstd|snappy|zstd:([1-9]|1[0-9])");

    private static final String SNAPPY = "snappy";

    /** The built-in formats that have no Snappy. */
    private static final Set<String> WITHOUT_SNAPPY = Set.of("msgpack", "object");

    private FormatNames() {}

    static void check(Setting<String> format, Setting<String> compression, Problems problems) {
        if (!FORMAT.matcher(format.value()).matches()) {
            problems.report(Message.FORMAT_INVALID, format.place(), format.value());
        }
        if (!COMPRESSION.matcher(compression.value()).matches()) {
            problems.report(Message.COMPRESSION_INVALID, compression.place(), compression.value());
        }
        if (compression.value().equals(SNAPPY) && WITHOUT_SNAPPY.contains(format.value())) {
            problems.report(Message.COMPRESSION_NOT_SUPPORTED, compression.place(), format.value(), SNAPPY);
        }
    }
}
