package dev.batchwright.engine;

import dev.batchwright.RunOptions.AutoFormat;
import dev.batchwright.StoredFormat;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Format;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.FormatChoice;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.choice.Candidates;
import dev.batchwright.shard.choice.PartEncoding;
import dev.batchwright.shard.choice.TrialFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a step's format and compression before its rows are there.
 *
 * @param known the format and compression, or null where the first rows are to decide
 * @param reason why these; empty where they are not known
 * @param trial the trial that they are from, or null
 * @param ruled what the schema speaks for, within what the step names
 * @param ruledReason why
 * @param candidates what may still be tried; none where all is settled
 */
record EncodingPlan(
        @Nullable PartEncoding known,
        String reason,
        @Nullable TrialFigures trial,
        PartEncoding ruled,
        String ruledReason,
        List<PartEncoding> candidates) {

    EncodingPlan {
        candidates = List.copyOf(candidates);
    }

    /**
     * Stays with what an earlier run under the same fingerprint found, takes what the step names, and leaves the rest to the rows or,
     * where the options say so, to the schema.
     */
    static EncodingPlan of(
            RecordType schema,
            StepSettings settings,
            @Nullable StepInfo earlier,
            ShardFormats formats,
            AutoFormat autoFormat) {
        boolean anyFormat = settings.format().equals(Format.AUTO);
        boolean anyCompression = settings.compression().equals(Compression.AUTO);
        FormatChoice rule = FormatChoice.of(schema);
        List<CompressionSetting> compressions =
                anyCompression ? Candidates.compressions() : List.of(CompressionSetting.parse(settings.compression()));
        PartEncoding ruled = new PartEncoding(
                formats.named(anyFormat ? rule.format() : settings.format()),
                anyCompression ? rule.compression() : compressions.get(0));
        PartEncoding found = earlier == null ? null : found(earlier, settings, formats);
        List<ShardFormat> open = found != null
                ? List.of(found.format()) // parts of it may be there already, and a step's parts have one format
                : anyFormat ? Candidates.formats(formats, schema) : List.of(ruled.format());
        String why = anyFormat ? rule.reason() : "named by the step";
        List<PartEncoding> pairs = Candidates.pairs(open, compressions);
        boolean tried = found != null && earlier != null && earlier.trial() != null;
        if (!tried && autoFormat == AutoFormat.BY_TRIAL && pairs.size() > 1) {
            String reason = found == null || earlier == null ? "" : earlier.formatReason();
            return new EncodingPlan(found, reason, null, ruled, why, pairs);
        }
        if (found != null && earlier != null) {
            return new EncodingPlan(found, earlier.formatReason(), earlier.trial(), ruled, why, List.of());
        }
        return new EncodingPlan(ruled, why, null, ruled, why, List.of());
    }

    private static @Nullable PartEncoding found(StepInfo earlier, StepSettings settings, ShardFormats formats) {
        boolean fits = !earlier.format().isEmpty()
                && (settings.format().equals(Format.AUTO) || settings.format().equals(earlier.format()))
                && (settings.compression().equals(Compression.AUTO)
                        || settings.compression().equals(earlier.compression()));
        return fits
                ? new PartEncoding(formats.named(earlier.format()), CompressionSetting.parse(earlier.compression()))
                : null;
    }

    boolean isSettled() {
        return candidates.isEmpty();
    }

    /** For people, before or without a run. */
    StoredFormat describe() {
        PartEncoding encoding = known;
        return encoding == null
                ? new StoredFormat("", "", "to be tried on the first rows, or " + ruled + " for few: " + ruledReason, 0)
                : new StoredFormat(
                        encoding.format().name(), encoding.compression().toString(), reason, 0);
    }
}
