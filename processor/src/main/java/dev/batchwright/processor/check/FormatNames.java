package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Setting;
import java.util.regex.Pattern;

/** Names of formats and compressions. Formats can be added by users, so only their form is checked. */
final class FormatNames {

    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern COMPRESSION = Pattern.compile("auto|none|lz4|zstd|zstd:([1-9]|1[0-9])");

    private FormatNames() {}

    static void check(Setting<String> format, Setting<String> compression, Problems problems) {
        if (!FORMAT.matcher(format.value()).matches()) {
            problems.report(Message.FORMAT_INVALID, format.place(), format.value());
        }
        if (!COMPRESSION.matcher(compression.value()).matches()) {
            problems.report(Message.COMPRESSION_INVALID, compression.place(), compression.value());
        }
    }
}
