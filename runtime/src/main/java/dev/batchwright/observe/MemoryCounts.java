package dev.batchwright.observe;

import dev.batchwright.ByteSize;
import dev.batchwright.MemoryReport;
import dev.batchwright.StepReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What becomes of memory while a run runs. Safe for use by several threads. */
public final class MemoryCounts {

    /** For nothing but to measure what counting costs. */
    private static final boolean OFF = Boolean.getBoolean("dev.batchwright.memory.uncounted");

    /** A call that allocates this share of the heap may exhaust it, together with what others hold. */
    private static final int LARGE_CALL_SHARE = 4;

    /** More than this share of the heap after a collection leaves too little room. */
    private static final double FULL_HEAP = 0.85;

    private final LongAdder heldBack = new LongAdder();
    private final LongAdder yielded = new LongAdder();
    private final LongAdder forgotten = new LongAdder();
    private volatile Budget budget = Budget.NONE;

    /**
     * What the budget says of itself.
     *
     * @param limit the most that can be held, in bytes
     * @param peak the most that was held
     * @param shortages how often there was not enough
     * @param waitedNanos how long threads have waited
     * @param held what is held still
     * @param heapPeak the most that the heap held after a collection
     * @param stepsAtPeak the steps in whose calls the heap was exhausted, or else those that were being called then
     */
    public record Budget(
            long limit,
            long peak,
            long shortages,
            long waitedNanos,
            long held,
            long heapPeak,
            List<String> stepsAtPeak) {

        static final Budget NONE = new Budget(0, 0, 0, 0, 0, 0, List.of());
    }

    /** Begins to count. */
    public MemoryCounts() {}

    /**
     * Whether memory is not counted, so that what counting costs can be measured. Nothing is bounded then.
     *
     * @return true where the system property {@code dev.batchwright.memory.uncounted} says so
     */
    public static boolean isOff() {
        return OFF;
    }

    /** Counts a task that was not begun, since what it needs was not there. */
    public void countHeldBack() {
        heldBack.increment();
    }

    /** Counts a task that gave back its memory and begins again later. */
    public void countYielded() {
        yielded.increment();
    }

    /**
     * Counts what a task that ended well had not given back.
     *
     * @param bytes the bytes
     */
    public void countForgotten(long bytes) {
        forgotten.add(bytes);
    }

    /**
     * Adds what the budget of an attempt says at its end.
     *
     * @param now its figures
     */
    public void budget(Budget now) {
        Budget before = budget;
        budget = new Budget(
                now.limit(),
                Math.max(before.peak(), now.peak()),
                before.shortages() + now.shortages(),
                before.waitedNanos() + now.waitedNanos(),
                before.held() + now.held(),
                Math.max(before.heapPeak(), now.heapPeak()),
                now.heapPeak() > before.heapPeak() ? now.stepsAtPeak() : before.stepsAtPeak());
    }

    MemoryReport report(List<StepReport> steps) {
        Budget found = budget;
        long heap = Runtime.getRuntime().maxMemory();
        return new MemoryReport(
                found.limit(),
                found.peak(),
                found.shortages(),
                Duration.ofNanos(found.waitedNanos()),
                heldBack.sum(),
                yielded.sum(),
                forgotten.sum(),
                found.held(),
                heap,
                found.heapPeak(),
                found.stepsAtPeak(),
                warnings(steps, heap, found));
    }

    private static List<String> warnings(List<StepReport> steps, long heap, Budget found) {
        List<String> warnings = new ArrayList<>();
        for (StepReport step : steps) {
            if (step.memory().largestCallBytes() > heap / LARGE_CALL_SHARE) {
                warnings.add("step " + step.step() + " allocates up to "
                        + ByteSize.format(step.memory().largestCallBytes()) + " in a call" + ofRows(step)
                        + ", and the heap has " + ByteSize.format(heap)
                        + ". Lower @BatchSize, have it need less for a row, or raise -Xmx.");
            }
        }
        if (found.heapPeak() > FULL_HEAP * heap) {
            warnings.add("the heap still had " + ByteSize.format(found.heapPeak()) + " of " + ByteSize.format(heap)
                    + " after a collection"
                    + (found.stepsAtPeak().isEmpty() ? "" : " while " + String.join(", ", found.stepsAtPeak()) + " ran")
                    + ", of which the framework held at most " + ByteSize.format(found.peak())
                    + ". The rest is held by the steps, their models and libraries. Raise -Xmx, or lower"
                    + " RunOptions.memory.");
        }
        return warnings;
    }

    private static String ofRows(StepReport step) {
        return step.calls() == 0 || step.rowsIn() <= step.calls()
                ? ""
                : ", which is given " + Math.round((double) step.rowsIn() / step.calls()) + " rows on average";
    }
}
