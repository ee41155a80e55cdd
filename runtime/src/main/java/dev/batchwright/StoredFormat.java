package dev.batchwright;

/**
 * How the rows of a step are kept, and why.
 *
 * @param format the name of the format; empty where no rows are kept, or where the first rows are still to decide
 * @param compression the compression; empty where the format is
 * @param reason why this format and compression, or what will decide
 * @param trialNanos the processor time that finding out took in this run, in nanoseconds; 0 where nothing was tried
 */
public record StoredFormat(String format, String compression, String reason, long trialNanos) {

    /** No rows are kept. */
    public static final StoredFormat NONE = new StoredFormat("", "", "", 0);

    /**
     * Format and compression in one, such as {@code parquet zstd}.
     *
     * @return their names; empty where the format is
     */
    public String name() {
        return format.isEmpty() ? "" : format + " " + compression;
    }

    /** All on one line, such as {@code parquet zstd: named by the step}. */
    @Override
    public String toString() {
        return format.isEmpty() ? reason : name() + ": " + reason;
    }
}
