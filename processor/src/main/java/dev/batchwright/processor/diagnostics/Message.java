package dev.batchwright.processor.diagnostics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/**
 * Every message: what is wrong, with the names that the user wrote, and then the fix. A message's id is its constant's name in camel
 * case.
 */
public enum Message {
    STEP_NOT_INSTANTIABLE("%s %s, so a pipeline cannot use it. %s"),
    STEP_NOT_ACCESSIBLE(
            "%s is not accessible from package %s, where %s is generated. Make it and the types around it public."),
    STEP_KIND_MISSING("%s implements no step interface. Implement one of %s."),
    STEP_KIND_AMBIGUOUS("%s implements %s. Keep one of them and make other steps of the rest."),
    STEP_TYPES_UNRESOLVED("%s leaves the type %s of %s open. Name the types, as in %s with records for the rows."),
    STEP_KEY_UNSUPPORTED(
            "The key %s of %s cannot be ordered: %s. Use a number, text, a time, a UUID, an enum, or a record of such."),
    SETTING_INVALID("%s of %s must be at least %s but is %s. Write a larger number."),
    RATIO_INVALID(
            "maxBadRatio of %s must be from 0 to 1 but is %s. Write the share of rows that may be bad, such as 0.01."),
    QUARANTINE_NOT_POSSIBLE("%s cannot put rows aside (onError = QUARANTINE): %s"),
    BAD_ROW_LIMIT_WITHOUT_EFFECT(
            "%s of %s has no effect, since its first bad row ends the run. Add onError = QUARANTINE, or remove it."),
    CHECKPOINT_WITHOUT_EFFECT("checkpoint = EVERY_BATCH of %s has no effect: %s. Remove it."),
    ISOLATION_NOT_POSSIBLE(
            "%s cannot run in a process of its own: a %s is not called row by row or batch by batch. Remove isolated."),
    ISOLATED_NOT_SERIALIZABLE(
            "%s is isolated, and so its object is sent to another process, but it is not Serializable. Write 'implements %s, java.io.Serializable', and open what cannot be sent in open(StepContext)."),
    ISOLATED_FIELD_NOT_SERIALIZABLE(
            "%s is a %s, which is not Serializable, but is sent to another process with the isolated step. %s"),
    HEAP_WITHOUT_EFFECT(
            "heap of %s has no effect, since the step runs in the process of the pipeline. Add isolated = true, or remove it."),
    HEAP_INVALID(
            "'%s' is not the size of a heap. Write a whole number and MiB or GiB, at least 16MiB, such as 512MiB."),
    CONFIG_NOT_FINGERPRINTABLE("%s is a %s, which has no value that stays the same from run to run. %s"),
    ROW_NOT_A_RECORD("%s uses %s as a row, which %s. Declare a record without type parameters for it."),
    ROW_NOT_ACCESSIBLE("%s is not accessible from package %s, where %s is generated. %s"),
    ROW_WITHOUT_COLUMNS("%s has no components, so there is nothing to store. Give it at least one."),
    COLUMN_TYPE_UNSUPPORTED("%s: %s cannot be stored: %s."),
    COLUMN_NAME_CLASH("%s and %s are both stored as column %s. Give one of them another @Column(name)."),
    COLUMN_CODEC_MISMATCH("%s cannot be stored by %s: %s."),
    RECURSIVE_ROW(
            "%s holds a %s within itself, so the columns of %s have no end. Refer to the other record by a key instead."),
    NULLABLE_PRIMITIVE_COLUMN("%s is a %s and never null. Use %s, or remove @Nullable."),
    BATCH_SIZE_NOT_POSITIVE("@BatchSize must be at least 1 but is %s. Write a positive number of rows."),
    BATCH_SIZE_IGNORED(
            Diagnostic.Kind.WARNING,
            "@BatchSize does nothing on %s, because a %s takes no batches. Remove it, or implement a batch step."),
    BATCH_BYTES_INVALID("'%s' is not a size. Write a whole number and B, KiB, MiB or GiB, such as 8MiB."),
    COMPRESSION_INVALID(
            "'%s' is not a compression.%s Write auto, none, lz4, zstd, snappy, or zstd: and a level from 1 to 19."),
    COMPRESSION_NOT_SUPPORTED(
            "The format %s does not support the compression %s, which only parquet does. Write zstd, lz4 or none, or the format parquet."),
    FORMAT_INVALID(
            "'%s' is not the name of a format.%s Write auto, msgpack, object, parquet, or the name of a format of your own."),
    FLOW_TYPE_MISMATCH("%s makes %s, but %s takes %s.%s"),
    FLOW_CYCLE(
            "The flows lead in a circle: %s. A step cannot come before itself; use another step class for the second pass."),
    FLOW_STARTS_WITHOUT_SOURCE(
            "The flow starts with %s, which is a %s and needs rows. Put a Source or SequentialSource first%s."),
    FLOW_ENDS_IN_SOURCE("%s is a %s and takes no rows, but stands after %s. Start a flow of its own with it."),
    FLOW_CONTINUES_AFTER_SINK("%s is a Sink and makes no rows, but %s stands after it. End the flow with the sink."),
    FLOW_STEP_NOT_A_STEP("%s %s. %s"),
    FLOW_TOO_SHORT("A flow leads from a step to another, but this one names %s. Name at least two."),
    FLOW_MISSING("Pipeline %s has no flow. Add @Flow({FirstStep.class, NextStep.class})."),
    FLOW_DUPLICATE("This flow repeats flow %s. Remove one of them."),
    INPUTS_NOT_ALIGNED("%s"),
    INPUTS_NOT_TWO("%s takes a left and a right input, but the flows lead to it from %s. %s"),
    FAN_OUT_NOT_PERSISTED("%s keeps no rows (persist = NEVER), but %s. Use AUTO or ALWAYS."),
    STEP_NAME_CLASH("%s and %s are both called %s. %s"),
    STEP_NAME_INVALID(
            "'%s' cannot be the name of a folder in a cache. Use lower-case letters, digits, '.', '_' and '-', and begin with a letter or digit."),
    PIPELINE_NAME_CLASH("%s and %s are both called %s. Give one of them another @Pipeline(name)."),
    GENERATED_TYPE_CLASH("%s is generated from %s, but there is a %s already. Rename one of the two."),
    STEP_UNREACHABLE(
            Diagnostic.Kind.WARNING,
            "%s is declared in the pipeline %s, but no flow names it, so it never runs. Add it to a flow, or remove it."),
    MEMORY_INVALID("'%s' is not a size. Write a whole number and MiB or GiB, such as 256MiB."),
    MEMORY_TOO_SMALL(
            "The batches of %s may hold %s at once (%s), but memory is %s. Write a larger memory, or smaller maxBytes or concurrency."),
    RUNTIME_MISMATCH(
            "This is batchwright-processor %s, which makes code of protocol %s, but the runtime that it is compiled with is too %s for it (protocol %s). %s"),
    TYPE_MISSING(
            "%s needs %s, which does not exist: %s.%s Import or declare it, or check the processor that makes it."),
    FILE_NOT_WRITTEN("%s could not be written: %s."),
    INTERNAL_ERROR(
            "The processor failed on %s: %s. This is a defect of Batchwright; please report it with the lines that follow.%n%s"),
    OPTION_INVALID("%s must not be '%s'. %s"),
    SCHEMA_CHANGED(
            "Rows of %s that caches keep can no longer be read: %s.%s Undo the change, or accept it: delete %s, which is then written anew, or leave %s as it is and make a new record."),
    SCHEMA_GROWN(
            Diagnostic.Kind.NOTE,
            "%s has grown: %s. Rows that caches keep can still be read.%s %s follows the record; commit both together."),
    SCHEMA_FILE_INVALID("%s cannot be read as the schema of %s: %s. Restore it, or delete it to have it written anew.");

    private static final String PAGE = "docs/diagnostics.md#";

    private final Diagnostic.Kind kind;
    private final String template;

    Message(String template) {
        this(Diagnostic.Kind.ERROR, template);
    }

    Message(Diagnostic.Kind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    Diagnostic.Kind kind() {
        return kind;
    }

    public String id() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** What is wrong and the fix; then where more is said, which makes the id the last word of every message. */
    String text(Object... names) {
        return "[" + id() + "] " + String.format(Locale.ROOT, template, names) + " See " + PAGE + id();
    }
}
