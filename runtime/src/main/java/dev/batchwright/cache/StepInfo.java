package dev.batchwright.cache;

import dev.batchwright.shard.choice.TrialFigures;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code step.json} says of one step under one fingerprint.
 *
 * @param step the step's name
 * @param fingerprint its fingerprint
 * @param covers what the fingerprint covers, name by name, so that a tool can say what changed
 * @param schema the schema of the step's rows in its canonical text form; empty for a sink
 * @param format the format of its parts; empty where none are written, or where the first rows are still to decide
 * @param formatReason why this format and compression
 * @param compression the compression of its parts
 * @param trial what a trial on the first rows found, or null where none was made
 * @param cuts how the shards were cut at the first run, by the source or barrier that began them; reused from then on
 * @param basis the earlier output of which rows are taken over where they are good, while those that had been put aside are run
 *     again; empty where there is none
 * @param adopted the earlier fingerprints whose parts are among those of this one, the latest first; mostly none
 * @param memory what the step was found to need, or null where it has not run to the end of a shard
 */
public record StepInfo(
        String step,
        String fingerprint,
        Map<String, String> covers,
        String schema,
        String format,
        String formatReason,
        String compression,
        @Nullable TrialFigures trial,
        Map<String, Cut> cuts,
        String basis,
        List<Adopted> adopted,
        @Nullable Memory memory) {

    /** Copies the maps, in the order of their names, and the list. Files of earlier versions lack it. */
    public StepInfo {
        schema = Objects.requireNonNullElse(schema, "");
        covers = Collections.unmodifiableMap(new TreeMap<>(covers));
        cuts = Collections.unmodifiableMap(new TreeMap<>(cuts));
        basis = Objects.requireNonNullElse(basis, "");
        if (!basis.isEmpty() && !Editions.OUTPUT.matcher(basis).matches()) {
            throw new IllegalArgumentException("'" + basis + "' is no output");
        }
        adopted = List.copyOf(Objects.requireNonNullElse(adopted, List.of()));
    }

    /**
     * The same with another format.
     *
     * @param newFormat the format of its parts
     * @param reason why this format and compression
     * @param newCompression the compression of its parts
     * @param newTrial what a trial on the first rows found, or null where none was made
     * @return what to keep
     */
    public StepInfo withFormat(
            String newFormat, String reason, String newCompression, @Nullable TrialFigures newTrial) {
        return new StepInfo(
                step,
                fingerprint,
                covers,
                schema,
                newFormat,
                reason,
                newCompression,
                newTrial,
                cuts,
                basis,
                adopted,
                memory);
    }

    /**
     * The same for an output that takes good rows over from another one.
     *
     * @param output the other output
     * @return what to keep
     */
    public StepInfo withBasis(String output) {
        return new StepInfo(
                step,
                fingerprint,
                covers,
                schema,
                format,
                formatReason,
                compression,
                trial,
                cuts,
                output,
                adopted,
                memory);
    }

    /**
     * The same with other knowledge of the memory that the step needs.
     *
     * @param found what it was found to need, or null
     * @return what to keep
     */
    public StepInfo withMemory(@Nullable Memory found) {
        return new StepInfo(
                step,
                fingerprint,
                covers,
                schema,
                format,
                formatReason,
                compression,
                trial,
                cuts,
                basis,
                adopted,
                found);
    }

    /**
     * The memory that a step was found to need.
     *
     * @param peakBytes the most bytes that it held in a task
     * @param peakPerInput the most bytes that it held for each byte or row of a task's input, as its source counts; 0 if unknown
     * @param batchRows the most rows that a batch has; fewer than the step says since the heap was exhausted by a larger one; 0 where the
     *     step takes no batches
     * @param batchBytes the most bytes that a batch has, likewise
     */
    public record Memory(long peakBytes, double peakPerInput, int batchRows, long batchBytes) {

        /** Checks the numbers, as a file may say anything. */
        public Memory {
            if (peakBytes < 0 || !(peakPerInput >= 0) || batchRows < 0 || batchBytes < 0) {
                throw new IllegalArgumentException("A step cannot have held " + peakBytes + " bytes, " + peakPerInput
                        + " for each of its input, in batches of " + batchRows + " rows and " + batchBytes + " bytes");
            }
        }
    }

    /**
     * What was written under an earlier fingerprint and is taken for what this one would make.
     *
     * @param output what names the output that it was written for; the parts carry its fingerprint
     * @param schema the schema of the rows in its canonical text form; empty for a sink
     * @param inputSchema the schema of the rows that the step was given, some of which it may have put aside; empty for a source
     */
    public record Adopted(String output, String schema, String inputSchema) {

        /** Checks that all are there, as a file may say anything. */
        public Adopted {
            if (!Editions.OUTPUT.matcher(output).matches()) {
                throw new IllegalArgumentException("'" + output + "' is no output");
            }
            Objects.requireNonNull(schema, "schema");
            Objects.requireNonNull(inputSchema, "inputSchema");
        }

        /**
         * The fingerprint that the parts carry.
         *
         * @return the fingerprint in hexadecimal
         */
        public String fingerprint() {
            return Editions.fingerprint(output);
        }
    }

    /**
     * The schema of the rows that the step is given.
     *
     * @return the schema in its canonical text form; empty for a source
     */
    public String inputSchema() {
        return covers.getOrDefault("input schema", "");
    }

    /**
     * How shards are cut.
     *
     * @param shardRows the rows of a shard, 0 where the splits or the rows themselves decide
     * @param keyedShards the shards of a keyed step, 0 for other steps
     */
    public record Cut(long shardRows, int keyedShards) {}
}
