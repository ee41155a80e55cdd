package dev.batchwright.generated;

import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Format;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of a step say, with the defaults filled in.
 *
 * @param name the step's name
 * @param kind which step interface it implements
 * @param version the text that invalidates what the step made before when it changes
 * @param batchRows the largest number of rows in a batch
 * @param batchBytes the largest number of bytes in a batch
 * @param concurrency how many calls are in flight at once
 * @param retries how often a failed call is tried again
 * @param checkpointAfterEveryBatch whether what the step has made is committed after every batch, or every row where it takes none
 * @param badRows how many rows may be put aside; null where none are, and the first that fails ends the run
 * @param childHeapBytes the heap of each process that the step runs in; 0 where it runs in that of the pipeline
 * @param format the format of the step's parts, by name
 * @param compression the compression of the step's parts, by name
 */
public record StepSettings(
        String name,
        StepKind kind,
        String version,
        int batchRows,
        long batchBytes,
        int concurrency,
        int retries,
        boolean checkpointAfterEveryBatch,
        @Nullable BadRowLimits badRows,
        long childHeapBytes,
        String format,
        String compression) {

    private static final long DEFAULT_BATCH_BYTES = 8L << 20;

    /**
     * Settings with all defaults.
     *
     * @param name the step's name
     * @param kind which step interface it implements
     * @return the settings
     */
    public static StepSettings of(String name, StepKind kind) {
        return new StepSettings(
                name,
                kind,
                "",
                BatchSize.DEFAULT_ROWS,
                DEFAULT_BATCH_BYTES,
                1,
                0,
                false,
                null,
                0,
                Format.AUTO,
                Compression.AUTO);
    }

    /** The same with another version. */
    public StepSettings withVersion(String newVersion) {
        return new StepSettings(
                name,
                kind,
                newVersion,
                batchRows,
                batchBytes,
                concurrency,
                retries,
                checkpointAfterEveryBatch,
                badRows,
                childHeapBytes,
                format,
                compression);
    }

    /** The same with another batch size. */
    public StepSettings withBatchSize(int rows, long bytes) {
        return new StepSettings(
                name,
                kind,
                version,
                rows,
                bytes,
                concurrency,
                retries,
                checkpointAfterEveryBatch,
                badRows,
                childHeapBytes,
                format,
                compression);
    }

    /** The same with another number of calls in flight. */
    public StepSettings withConcurrency(int calls) {
        return new StepSettings(
                name,
                kind,
                version,
                batchRows,
                batchBytes,
                calls,
                retries,
                checkpointAfterEveryBatch,
                badRows,
                childHeapBytes,
                format,
                compression);
    }

    /** The same with another number of retries. */
    public StepSettings withRetries(int times) {
        return new StepSettings(
                name,
                kind,
                version,
                batchRows,
                batchBytes,
                concurrency,
                times,
                checkpointAfterEveryBatch,
                badRows,
                childHeapBytes,
                format,
                compression);
    }

    /** The same with a commit after every batch. */
    public StepSettings withCheckpointAfterEveryBatch() {
        return new StepSettings(
                name,
                kind,
                version,
                batchRows,
                batchBytes,
                concurrency,
                retries,
                true,
                badRows,
                childHeapBytes,
                format,
                compression);
    }

    /**
     * The same where rows that the step cannot process are put aside.
     *
     * @param maxRows how many at most; not negative
     * @param maxRatio what share of the rows at most, from 0 to 1
     * @return the settings
     */
    public StepSettings withQuarantine(long maxRows, double maxRatio) {
        return new StepSettings(
                name,
                kind,
                version,
                batchRows,
                batchBytes,
                concurrency,
                retries,
                checkpointAfterEveryBatch,
                new BadRowLimits(maxRows, maxRatio),
                childHeapBytes,
                format,
                compression);
    }

    /**
     * The same in processes of its own.
     *
     * @param heapBytes the heap of each
     * @return the settings
     */
    public StepSettings withIsolation(long heapBytes) {
        return new StepSettings(
                name,
                kind,
                version,
                batchRows,
                batchBytes,
                concurrency,
                retries,
                checkpointAfterEveryBatch,
                badRows,
                heapBytes,
                format,
                compression);
    }

    /** Whether the step runs in processes of its own. */
    public boolean isIsolated() {
        return childHeapBytes > 0;
    }

    /** The same with another format and compression. */
    public StepSettings withFormat(String newFormat, String newCompression) {
        return new StepSettings(
                name,
                kind,
                version,
                batchRows,
                batchBytes,
                concurrency,
                retries,
                checkpointAfterEveryBatch,
                badRows,
                childHeapBytes,
                newFormat,
                newCompression);
    }
}
