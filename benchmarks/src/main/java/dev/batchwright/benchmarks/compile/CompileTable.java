package dev.batchwright.benchmarks.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The medians of all compilations. */
final class CompileTable {

    private static final List<String> HEADS = List.of(
            "processor",
            "steps",
            "files",
            "KB",
            "processor, CPU s",
            "ms per file",
            "µs per KB",
            "javac with it, CPU s",
            "javac without it, CPU s",
            "of which generated, CPU s",
            "share");

    private final Map<String, List<Compiled>> runs;

    CompileTable(List<Compiled> results) {
        this.runs = results.stream()
                .collect(Collectors.groupingBy(
                        each -> key(each.contender(), each.steps()), LinkedHashMap::new, Collectors.toList()));
    }

    private static String key(String contender, int steps) {
        return steps + " " + contender;
    }

    double perFile(Contender contender, int steps) {
        return median(of(contender, steps), Compiled::millisecondsPerFile);
    }

    /** The processor's time as a share of the compiler's for what was generated. */
    double share(Contender contender, int steps) {
        return median(of(contender, steps), Compiled::share);
    }

    private List<Compiled> of(Contender contender, int steps) {
        return Objects.requireNonNull(runs.get(key(contender.label(), steps)));
    }

    private static double median(List<Compiled> results, ToDoubleFunction<Compiled> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    String text(boolean markdown) {
        StringBuilder text =
                new StringBuilder("| ").append(String.join(" | ", HEADS)).append(" |\n");
        if (markdown) {
            text.append("|").append("---|".repeat(HEADS.size())).append('\n');
        }
        runs.values().forEach(results -> text.append(line(results)));
        return text.toString();
    }

    private static String line(List<Compiled> results) {
        Compiled any = results.get(0);
        double seconds = median(results, Compiled::processorSeconds);
        String own = String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.2f | %.2f | %.0f | %.2f",
                any.contender(),
                any.steps(),
                any.files(),
                any.kilobytes(),
                seconds,
                median(results, Compiled::millisecondsPerFile),
                1e6 * seconds / any.kilobytes(),
                median(results, Compiled::withSeconds));
        if (any.withoutSeconds() == 0) {
            return own + " | | | |\n";
        }
        return String.format(
                Locale.ROOT,
                "%s | %.2f | %.2f | %.2f |%n",
                own,
                median(results, Compiled::withoutSeconds),
                median(results, Compiled::generatedSeconds),
                median(results, Compiled::share));
    }
}
