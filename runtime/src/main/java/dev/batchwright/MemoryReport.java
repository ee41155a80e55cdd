package dev.batchwright;

import java.time.Duration;
import java.util.List;

/**
 * What became of the memory of a run. What the steps' own code holds is not counted in the budget; it shows in what the heap still held
 * after collections.
 *
 * @param budgetBytes what the run could hold, as {@link RunOptions#memory} says
 * @param peakBytes the most that it held at once; never more
 * @param shortages how often bytes were asked for that were not there, so that something was dropped, moved to disk or waited for
 * @param waited how long threads have waited for bytes, together
 * @param tasksHeldBack how often a task was not begun, since what it was predicted to need was not there
 * @param tasksYielded how often a task gave back its memory for an older one, and began again later
 * @param forgottenBytes bytes that tasks which ended well had not given back; not 0 only by an error of the framework
 * @param heldBytes what was still taken of the budget when the run had ended; not 0 only by an error of the framework
 * @param heapBytes the most that the heap can have
 * @param heapPeakBytes the most that the heap still had after a collection during the run; 0 if there was none
 * @param heapPeakSteps the steps in whose calls the heap was exhausted; where it never was, those that were being called at that collection,
 *     or at one of which nearly as much was left
 * @param warnings what may exhaust the heap, in words
 */
public record MemoryReport(
        long budgetBytes,
        long peakBytes,
        long shortages,
        Duration waited,
        long tasksHeldBack,
        long tasksYielded,
        long forgottenBytes,
        long heldBytes,
        long heapBytes,
        long heapPeakBytes,
        List<String> heapPeakSteps,
        List<String> warnings) {

    /** Where nothing has run. */
    public static final MemoryReport NONE =
            new MemoryReport(0, 0, 0, Duration.ZERO, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    /** Copies the lists. */
    public MemoryReport {
        heapPeakSteps = List.copyOf(heapPeakSteps);
        warnings = List.copyOf(warnings);
    }
}
