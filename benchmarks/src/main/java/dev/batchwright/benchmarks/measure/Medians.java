package dev.batchwright.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the runs of each system and workload come to. */
public final class Medians {

    private final Map<String, List<Result>> runs;

    /**
     * Groups the runs.
     *
     * @param results all runs, at least one of what is asked for later
     */
    public Medians(List<Result> results) {
        this.runs = results.stream()
                .collect(Collectors.groupingBy(
                        result -> key(result.system(), result.workload()), LinkedHashMap::new, Collectors.toList()));
    }

    private static String key(String system, String workload) {
        return workload + " " + system;
    }

    /** The median of the CPU seconds. */
    public double cpu(String system, String workload) {
        return median(of(system, workload), Measurement::cpuSeconds);
    }

    /** The largest peak of all runs, in megabytes. */
    public double peak(String system, String workload) {
        return of(system, workload).stream()
                .mapToDouble(result -> result.cost().peakPssMegabytes())
                .max()
                .orElseThrow();
    }

    /** The smallest of the wall seconds: whatever else runs on the machine can only add to them. */
    public double fastest(String system, String workload) {
        return of(system, workload).stream()
                .mapToDouble(result -> result.cost().wallSeconds())
                .min()
                .orElseThrow();
    }

    /** The largest of the megabytes that were read a second by a process that had been running for a while. */
    public double fastestWarm(String system, String workload) {
        return of(system, workload).stream()
                .mapToDouble(result -> result.cost().warmReadMegabytesPerSecond())
                .max()
                .orElseThrow();
    }

    private List<Result> of(String system, String workload) {
        return runs.getOrDefault(key(system, workload), List.of());
    }

    private static double median(List<Result> results, ToDoubleFunction<Measurement> figure) {
        double[] sorted =
                results.stream().map(Result::cost).mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The medians as a table for people. */
    @Override
    public String toString() {
        return table("%-40s %5s %9s %9s %9s %8s %9s%n", "");
    }

    /** The same in Markdown. */
    public String toMarkdown() {
        return table("| %s | %s | %s | %s | %s | %s | %s |%n", "|---|---|---|---|---|---|---|\n");
    }

    private String table(String line, String rule) {
        StringBuilder table =
                new StringBuilder(String.format(line, "", "runs", "CPU s", "wall s", "others s", "PSS MB", "disk MB"));
        table.append(rule);
        runs.forEach((name, results) -> table.append(String.format(
                line,
                name,
                results.size(),
                number("%.2f", median(results, Measurement::cpuSeconds)),
                number("%.2f", median(results, Measurement::wallSeconds)),
                number("%.2f", median(results, Measurement::othersCpuSeconds)),
                number("%.0f", median(results, Measurement::peakPssMegabytes)),
                number("%.1f", results.get(0).diskMegabytes()))));
        return table.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
