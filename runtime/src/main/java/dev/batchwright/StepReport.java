package dev.batchwright;

/**
 * What one step did in a run. Rows that came from shards of earlier runs are counted apart, so that for every step that ran
 * {@code rowsIn = rowsOut + filtered + quarantined} where it makes one row out of each or drops it, and the rows that a step made
 * are those that the steps after it took, unless they had them already.
 *
 * @param step the step's name
 * @param kind what it does with rows
 * @param rowsIn the rows it took in this run
 * @param rowsOut the rows it made in this run
 * @param filtered the rows it dropped, for a filter
 * @param quarantined the rows it could not process and put aside
 * @param retried the calls that were tried again
 * @param childRestarts how often a process of an isolated step was started in place of one that had died
 * @param calls the calls of the step's method: batches for a step with batches, groups for a keyed step, else rows
 * @param stepNanos the time within the step's own code, summed over threads, in nanoseconds; for steps that are called row by row
 *     it is extrapolated from a sample
 * @param shards the shards of its output, or those it consumed, for a sink
 * @param shardsReused how many of them were there already
 * @param rowsReused the rows in the reused shards
 * @param rowsLoaded the rows that were read back from this step's shards during the run
 * @param partsWritten the part files that were committed
 * @param bytesWritten their bytes
 * @param bytesRead the bytes of part files that were read back
 * @param bytesSpilled the bytes of files to which rows were moved that memory had no room for
 * @param columnHits the reads of a column of this step's shards, some hundred rows at a time, that were served from memory
 * @param columnMisses those that a file was read for
 * @param memory what it held and allocated
 * @param why why the step ran, or that it was reused
 * @param storedAs how its rows are kept, and why so
 * @param spills the files to which rows were moved that memory had no room for
 */
public record StepReport(
        String step,
        String kind,
        long rowsIn,
        long rowsOut,
        long filtered,
        long quarantined,
        long retried,
        long childRestarts,
        long calls,
        long stepNanos,
        int shards,
        int shardsReused,
        long rowsReused,
        long rowsLoaded,
        long partsWritten,
        long bytesWritten,
        long bytesRead,
        long bytesSpilled,
        long columnHits,
        long columnMisses,
        StepMemoryReport memory,
        String why,
        StoredFormat storedAs,
        SpillReport spills) {}
