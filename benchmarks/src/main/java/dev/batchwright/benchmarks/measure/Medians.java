package dev.batchwright.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The medians of the runs of each system and workload. */
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
        return median(
                runs.getOrDefault(key(system, workload), List.of()),
                result -> result.cost().cpuSeconds());
    }

    /** The median of the wall seconds. */
    public double wall(String system, String workload) {
        return median(
                runs.getOrDefault(key(system, workload), List.of()),
                result -> result.cost().wallSeconds());
    }

    private static double median(List<Result> results, ToDoubleFunction<Result> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The medians as a table for people. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(
                String.format("%-28s %5s %10s %10s %8s %9s%n", "", "runs", "CPU s", "wall s", "PSS MB", "disk MB"));
        runs.forEach((name, results) -> table.append(String.format(
                Locale.ROOT,
                "%-28s %5d %10.2f %10.2f %8.0f %9.1f%n",
                name,
                results.size(),
                median(results, result -> result.cost().cpuSeconds()),
                median(results, result -> result.cost().wallSeconds()),
                median(results, result -> result.cost().peakPssMegabytes()),
                median(results, Result::diskMegabytes))));
        return table.toString();
    }
}
