package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Nearest;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Setting;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of formats and compressions. Formats can be added by users, so only their form is checked; which compressions such a format
 * supports is only known when it runs.
 */
final class FormatNames {

    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern COMPRESSION = Pattern.compile("auto|none|lz4|zstd|snappy|zstd:([1-9]|1[0-9])");

    /** Without levels: what a misspelt one is compared with. */
    private static final List<String> COMPRESSIONS = List.of("auto", "none", "lz4", "zstd", "snappy");

    private static final List<String> FORMATS = List.of("auto", "msgpack", "object", "parquet");

    private static final String SNAPPY = "snappy";

    /** The built-in formats that have no Snappy. */
    private static final Set<String> WITHOUT_SNAPPY = Set.of("msgpack", "object");

    private FormatNames() {}

    static void check(Setting<String> format, Setting<String> compression, Problems problems) {
        if (!FORMAT.matcher(format.value()).matches()) {
            String hint = Nearest.hint(format.value(), FORMATS);
            problems.report(Message.FORMAT_INVALID, format.place(), format.value(), hint);
        }
        if (!COMPRESSION.matcher(compression.value()).matches()) {
            String hint = Nearest.hint(compression.value(), COMPRESSIONS);
            problems.report(Message.COMPRESSION_INVALID, compression.place(), compression.value(), hint);
        }
        if (compression.value().equals(SNAPPY) && WITHOUT_SNAPPY.contains(format.value())) {
            problems.report(Message.COMPRESSION_NOT_SUPPORTED, compression.place(), format.value(), SNAPPY);
        }
    }
}
