package dev.batchwright;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says in words what became of the memory of a run. */
final class MemoryText {

    private static final int MOST_HOLDERS = 3;

    private MemoryText() {}

    static void append(RunReport report, StringBuilder text) {
        MemoryReport memory = report.memory();
        if (memory.budgetBytes() == 0) {
            return;
        }
        text.append("memory: at most ")
                .append(ByteSize.format(memory.peakBytes()))
                .append(" of a budget of ")
                .append(ByteSize.format(memory.budgetBytes()))
                .append(holders(report.steps()));
        if (memory.heapPeakBytes() > 0) {
            text.append("; after collections the heap had at most ")
                    .append(ByteSize.format(memory.heapPeakBytes()))
                    .append(" of ")
                    .append(ByteSize.format(memory.heapBytes()))
                    .append(
                            memory.heapPeakSteps().isEmpty()
                                    ? ""
                                    : " while " + String.join(", ", memory.heapPeakSteps()) + " ran");
        }
        text.append(System.lineSeparator());
        if (memory.shortages() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "memory was short %,d times: threads waited %.2f s together, %,d tasks were held back, %,d began again%n",
                    memory.shortages(),
                    memory.waited().toNanos() / 1e9,
                    memory.tasksHeldBack(),
                    memory.tasksYielded()));
        }
        memory.warnings()
                .forEach(warning -> text.append("warning: ").append(warning).append(System.lineSeparator()));
    }

    /** The steps that held most. */
    private static String holders(List<StepReport> steps) {
        List<String> most = steps.stream()
                .filter(step -> step.memory().peakBytes() > 0)
                .sorted(Comparator.<StepReport>comparingLong(
                                step -> step.memory().peakBytes())
                        .reversed())
                .limit(MOST_HOLDERS)
                .map(step -> step.step() + " " + ByteSize.format(step.memory().peakBytes()))
                .toList();
        return most.isEmpty() ? "" : ", most of it by " + String.join(", ", most);
    }
}
