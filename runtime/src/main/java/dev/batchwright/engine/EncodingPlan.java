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
     *
     * @param earlier what is known from an earlier run, or null
     */
    static EncodingPlan of(
            RecordType schema,
            StepSettings settings,
            @Nullable StepInfo earlier,
            ShardFormats formats,
            AutoFormat autoFormat) {
        Ruling ruling = Ruling.of(schema, settings, formats);
        PartEncoding found = earlier == null ? null : found(earlier, settings, formats);
        if (found == null || earlier == null) {
            return autoFormat == AutoFormat.BY_SCHEMA || ruling.candidates().size() == 1
                    ? settled(ruling.encoding(), ruling.reason(), null, ruling)
                    : new EncodingPlan(null, "", null, ruling.encoding(), ruling.reason(), ruling.candidates());
        }
        // Parts of the format may be there already, and those of a step have one format.
        List<PartEncoding> left = ruling.candidates().stream()
                .filter(candidate -> candidate.format().equals(found.format()))
                .toList();
        return earlier.trial() != null || autoFormat == AutoFormat.BY_SCHEMA || left.size() < 2
                ? settled(found, earlier.formatReason(), earlier.trial(), ruling)
                : new EncodingPlan(found, earlier.formatReason(), null, ruling.encoding(), ruling.reason(), left);
    }

    private static EncodingPlan settled(
            PartEncoding encoding, String reason, @Nullable TrialFigures trial, Ruling ruling) {
        return new EncodingPlan(encoding, reason, trial, ruling.encoding(), ruling.reason(), List.of());
    }

    /** What an earlier run found, unless the step names something else by now. */
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
                ? new StoredFormat(
                        "", "", "to be tried on the first rows; " + ruled + " if they are few: " + ruledReason, 0)
                : new StoredFormat(
                        encoding.format().name(), encoding.compression().toString(), reason, 0);
    }

    /**
     * What the schema speaks for, and what else there is, within what the step names.
     *
     * @param encoding what the schema speaks for
     * @param reason why
     * @param candidates all that may be tried, at least that one
     */
    private record Ruling(PartEncoding encoding, String reason, List<PartEncoding> candidates) {

        static Ruling of(RecordType schema, StepSettings settings, ShardFormats formats) {
            FormatChoice rule = FormatChoice.of(schema);
            boolean anyFormat = settings.format().equals(Format.AUTO);
            boolean anyCompression = settings.compression().equals(Compression.AUTO);
            List<ShardFormat> open =
                    anyFormat ? Candidates.formats(formats, schema) : List.of(formats.named(settings.format()));
            List<CompressionSetting> compressions = anyCompression
                    ? Candidates.compressions()
                    : List.of(CompressionSetting.parse(settings.compression()));
            List<PartEncoding> candidates = Candidates.pairs(open, compressions);
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("Step " + settings.name() + " asks for the format "
                        + settings.format() + " with the compression " + settings.compression()
                        + ", which that format does not support. Take another compression, such as zstd, or the format"
                        + " parquet.");
            }
            String format = anyFormat ? rule.format() : settings.format();
            CompressionSetting compression = anyCompression ? rule.compression() : compressions.get(0);
            return candidates.stream()
                    .filter(candidate -> candidate.format().name().equals(format))
                    .filter(candidate -> candidate.compression().equals(compression))
                    .findFirst()
                    .map(fit -> new Ruling(fit, anyFormat ? rule.reason() : "named by the step", candidates))
                    .orElseGet(() -> new Ruling(
                            candidates.get(0),
                            "compression " + compression + ", which " + format + " does not support",
                            candidates));
        }
    }
}
