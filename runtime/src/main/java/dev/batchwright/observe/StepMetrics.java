package dev.batchwright.observe;

import dev.batchwright.StepMemoryReport;
import dev.batchwright.StepReport;
import dev.batchwright.StoredFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** The counts of one step, to which all threads of a run add. Safe for use by several threads. */
public final class StepMetrics {

    /** The reason of a step that need not run. */
    public static final String UNCHANGED = "unchanged";

    private final String step;
    private final String kind;
    private final LongAdder rowsIn = new LongAdder();
    private final LongAdder rowsOut = new LongAdder();
    private final LongAdder filtered = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder childRestarts = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder stepNanos = new LongAdder();
    private final LongAdder shards = new LongAdder();
    private final LongAdder shardsReused = new LongAdder();
    private final LongAdder rowsReused = new LongAdder();
    private final LongAdder rowsLoaded = new LongAdder();
    private final LongAdder partsWritten = new LongAdder();
    private final LongAdder bytesWritten = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();
    private final SpillCounts spills = new SpillCounts();
    private final LongAdder columnHits = new LongAdder();
    private final LongAdder columnMisses = new LongAdder();
    private final AtomicLong held = new AtomicLong();
    private final LongAccumulator peakHeld = new LongAccumulator(Math::max, 0);
    private final LongAdder allocated = new LongAdder();
    private final LongAccumulator largestCall = new LongAccumulator(Math::max, 0);
    private volatile String why = "";
    private volatile StoredFormat format = StoredFormat.NONE;

    StepMetrics(String step, String kind) {
        this.step = step;
        this.kind = kind;
    }

    /**
     * The step's name.
     *
     * @return the name
     */
    public String step() {
        return step;
    }

    /**
     * Adds what a task has counted since it last did.
     *
     * @param in rows taken
     * @param out rows made
     * @param dropped rows filtered
     * @param called calls of the step
     */
    public void addRows(long in, long out, long dropped, long called) {
        rowsIn.add(in);
        rowsOut.add(out);
        filtered.add(dropped);
        calls.add(called);
    }

    /**
     * Adds time within the step's own code.
     *
     * @param nanos nanoseconds
     */
    public void addStepNanos(long nanos) {
        stepNanos.add(nanos);
    }

    /**
     * Adds rows that were put aside.
     *
     * @param rows the rows
     */
    public void addQuarantined(long rows) {
        quarantined.add(rows);
    }

    /** Counts a call that is tried again. */
    public void countRetry() {
        retried.increment();
    }

    /** Counts a process of an isolated step that took the place of one that had died. */
    public void countChildRestart() {
        childRestarts.increment();
    }

    /** Counts a shard that was computed. */
    public void countShard() {
        shards.increment();
    }

    /**
     * Counts a shard that was there already.
     *
     * @param rows its rows
     */
    public void countReusedShard(long rows) {
        shards.increment();
        shardsReused.increment();
        rowsReused.add(rows);
    }

    /**
     * Adds rows that an earlier run has committed of a shard that is gone on with.
     *
     * @param rows the rows
     */
    public void addReusedRows(long rows) {
        rowsReused.add(rows);
    }

    /**
     * Adds rows that were read back.
     *
     * @param rows the rows
     */
    public void addLoaded(long rows) {
        rowsLoaded.add(rows);
    }

    /**
     * Adds bytes of part files that were read back.
     *
     * @param bytes the bytes
     */
    public void addRead(long bytes) {
        bytesRead.add(bytes);
    }

    /**
     * Counts a file to which rows were moved out of memory.
     *
     * @param bytes its bytes
     * @param pass how often its rows have been written, this time included
     * @param compression how it is compressed
     * @param reason why so, in some words
     */
    public void countSpill(long bytes, int pass, String compression, String reason) {
        spills.add(bytes, pass, compression, reason);
    }

    /**
     * Changes what the step holds of the memory budget.
     *
     * @param bytes how many more, or fewer
     */
    public void addHeld(long bytes) {
        peakHeld.accumulate(held.addAndGet(bytes));
    }

    /**
     * What the step holds of the memory budget now.
     *
     * @return a number of bytes
     */
    public long held() {
        return held.get();
    }

    /**
     * Adds what calls of the step have allocated.
     *
     * @param bytes the bytes, or an estimate of them
     * @param largest the most that one of them has allocated
     */
    public void addAllocated(long bytes, long largest) {
        allocated.add(bytes);
        largestCall.accumulate(largest);
    }

    /**
     * Adds reads of columns of this step's shards.
     *
     * @param hits those that were served from memory
     * @param misses those that a file was read for
     */
    public void addColumnReads(long hits, long misses) {
        columnHits.add(hits);
        columnMisses.add(misses);
    }

    /**
     * Counts a part that was committed.
     *
     * @param bytes its bytes
     */
    public void countPart(long bytes) {
        partsWritten.increment();
        bytesWritten.add(bytes);
    }

    /**
     * Says why the step runs or does not.
     *
     * @param reason in words
     */
    public void explain(String reason) {
        why = reason;
    }

    /**
     * Says how the step's rows are kept.
     *
     * @param found the format and why
     */
    public void explainFormat(StoredFormat found) {
        format = found;
    }

    long rowsTaken() {
        return rowsIn.sum();
    }

    long rowsMade() {
        return rowsOut.sum();
    }

    /**
     * The counts so far.
     *
     * @return a report
     */
    public StepReport report() {
        return new StepReport(
                step,
                kind,
                rowsIn.sum(),
                rowsOut.sum(),
                filtered.sum(),
                quarantined.sum(),
                retried.sum(),
                childRestarts.sum(),
                calls.sum(),
                stepNanos.sum(),
                shards.intValue(),
                shardsReused.intValue(),
                rowsReused.sum(),
                rowsLoaded.sum(),
                partsWritten.sum(),
                bytesWritten.sum(),
                bytesRead.sum(),
                spills.bytes(),
                columnHits.sum(),
                columnMisses.sum(),
                new StepMemoryReport(peakHeld.get(), allocated.sum(), largestCall.get()),
                reason(),
                format,
                spills.report());
    }

    /** Where nothing changed and yet something ran, shards were missing: its own, or those of a step that it feeds. */
    private String reason() {
        long ran = shards.sum() - shardsReused.sum();
        return why.equals(UNCHANGED) && ran > 0
                ? "unchanged, but " + ran + " of " + shards.sum() + " shards had to be made"
                : why;
    }
}
