package dev.batchwright.engine;

import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Format;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.FormatChoice;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a step are stored.
 *
 * @param schema the schema of the rows in its text form; empty for a sink
 * @param format the format; null where nothing is stored
 * @param reason why this format
 * @param compression the compression
 */
record StepFormat(String schema, @Nullable ShardFormat format, String reason, CompressionSetting compression) {

    /** Chooses, or stays with what an earlier run under the same fingerprint chose. */
    static StepFormat of(Node node, @Nullable StepInfo known, ShardFormats formats) {
        ShardSerializer<?> rows = node.manager().output();
        String schema = rows == null ? "" : rows.schema().describe();
        if (rows == null || !node.persisted()) {
            return new StepFormat(schema, null, "", CompressionSetting.NONE);
        }
        StepSettings settings = node.manager().settings();
        FormatChoice automatic = FormatChoice.of(rows.schema());
        boolean auto = settings.format().equals(Format.AUTO);
        String name = auto ? automatic.format() : settings.format();
        String reason = auto ? automatic.reason() : "named by the step";
        if (auto && known != null && !known.format().isEmpty()) {
            name = known.format();
            reason = known.formatReason();
        }
        CompressionSetting compression = settings.compression().equals(Compression.AUTO)
                ? automatic.compression()
                : CompressionSetting.parse(settings.compression());
        if (auto && !formats.named(name).supports(compression)) {
            reason = "compression " + compression + ", which " + name + " does not support";
            name = Format.PARQUET;
        }
        return new StepFormat(schema, checked(formats.named(name), compression, node.name()), reason, compression);
    }

    private static ShardFormat checked(ShardFormat format, CompressionSetting compression, String step) {
        if (!format.supports(compression)) {
            throw new IllegalArgumentException("Step " + step + " asks for the format " + format.name()
                    + " with the compression " + compression + ", which that format does not support. Take another"
                    + " compression, such as zstd, or the format parquet.");
        }
        return format;
    }

    String name() {
        return format == null ? "" : format.name();
    }
}
