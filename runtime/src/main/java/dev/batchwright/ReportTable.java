package dev.batchwright;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lays a report out as text. */
final class ReportTable {

    private static final List<String> HEADINGS = List.of(
            "step",
            "kind",
            "rows in",
            "rows out",
            "filtered",
            "calls",
            "in step",
            "shards",
            "reused",
            "written",
            "columns from memory",
            "why");

    private ReportTable() {}

    static String of(RunReport report) {
        TextTable table = new TextTable(HEADINGS, Set.of(0, 1, HEADINGS.size() - 1));
        report.steps().forEach(step -> table.add(cells(step)));
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "pipeline %s: %.1f s, %.1f s of CPU time, %d %s%s%n",
                report.pipeline(),
                report.wall().toMillis() / 1000.0,
                report.cpu().toMillis() / 1000.0,
                report.threads(),
                report.threads() == 1 ? "thread" : "threads",
                report.stopped() ? ", stopped before its end" : ""));
        text.append(table);
        MemoryText.append(report, text);
        formats(report, text);
        report.steps().forEach(step -> asides(step, text));
        report.damage()
                .forEach(found -> text.append("made again: ").append(found).append(System.lineSeparator()));
        report.adopted()
                .forEach(rows -> text.append("from ")
                        .append(rows.from())
                        .append(": ")
                        .append(rows)
                        .append(System.lineSeparator()));
        report.removed()
                .forEach(output -> text.append("removed ").append(output).append(System.lineSeparator()));
        return text.toString();
    }

    private static void formats(RunReport report, StringBuilder text) {
        for (StepReport step : report.steps()) {
            if (!step.storedAs().format().isEmpty()) {
                text.append(step.step()).append(" is kept as ").append(step.storedAs());
                long nanos = step.storedAs().trialNanos();
                text.append(nanos == 0 ? "" : String.format(Locale.ROOT, " (trial: %.2f s of CPU time)", nanos / 1e9))
                        .append(System.lineSeparator());
            }
        }
    }

    /** What few steps have to say of themselves. */
    private static void asides(StepReport step, StringBuilder text) {
        if (step.quarantined() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s has put aside %,d %s, kept with %s under quarantine/%s%n",
                    step.step(),
                    step.quarantined(),
                    step.quarantined() == 1 ? "row" : "rows",
                    step.quarantined() == 1 ? "its error" : "their errors",
                    step.step()));
        }
        if (step.childRestarts() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s has lost its process %,d %s and gone on in a new one%n",
                    step.step(),
                    step.childRestarts(),
                    step.childRestarts() == 1 ? "time" : "times"));
        }
        if (step.bytesSpilled() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s has moved %s to disk for which memory had no room: %s%n",
                    step.step(),
                    ByteSize.format(step.bytesSpilled()),
                    step.spills()));
        }
    }

    private static List<String> cells(StepReport step) {
        return List.of(
                step.step(),
                step.kind(),
                count(step.rowsIn()),
                count(step.rowsOut()),
                count(step.filtered()),
                count(step.calls()),
                String.format(Locale.ROOT, "%.2f s", step.stepNanos() / 1e9),
                count(step.shards()),
                count(step.shardsReused()),
                step.bytesWritten() == 0 ? "-" : ByteSize.format(step.bytesWritten()),
                columnsFromMemory(step),
                step.why());
    }

    /** Hits out of all. */
    private static String columnsFromMemory(StepReport step) {
        long reads = step.columnHits() + step.columnMisses();
        return reads == 0 ? "-" : String.format(Locale.ROOT, "%,d of %,d", step.columnHits(), reads);
    }

    private static String count(long number) {
        return number == 0 ? "-" : String.format(Locale.ROOT, "%,d", number);
    }
}
