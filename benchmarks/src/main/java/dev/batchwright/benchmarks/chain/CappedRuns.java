package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.LineChart;
import dev.batchwright.benchmarks.measure.LineChart.Line;
import dev.batchwright.benchmarks.measure.LineChart.Point;
import dev.batchwright.benchmarks.measure.Medians;
import dev.batchwright.benchmarks.measure.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What the runs of the text chain in a small heap come to, of all sizes. */
final class CappedRuns {

    static final String WORKLOAD = "W3";

    private static final double MOST_MEGABYTES = 400;
    private static final double MOST_APART = 1.1;

    private final List<CappedSystem> systems;
    private final Map<Size, Medians> bySize;

    /**
     * Takes what was measured.
     *
     * @param systems those that took part
     * @param bySize the runs of each size, of which each has all systems; in the order of the sizes
     */
    CappedRuns(List<CappedSystem> systems, Map<Size, Medians> bySize) {
        this.systems = systems;
        this.bySize = bySize;
    }

    /** The input that a run gets through in a second, in MB. */
    static double throughput(Result result) {
        return Size.valueOf(result.size()).bytes() / 1e6 / result.cost().wallSeconds();
    }

    private double throughput(CappedSystem system, Size size) {
        return size.bytes() / 1e6 / medians(size).fastest(system.toString(), WORKLOAD);
    }

    private double warmThroughput(CappedSystem system, Size size) {
        return medians(size).fastestWarm(system.toString(), WORKLOAD);
    }

    private double peak(CappedSystem system, Size size) {
        return medians(size).peak(system.toString(), WORKLOAD);
    }

    private Medians medians(Size size) {
        Medians medians = bySize.get(size);
        if (medians == null) {
            throw new IllegalArgumentException("Nothing was measured of " + size);
        }
        return medians;
    }

    /** What has to hold; nothing at a size at which the start of the JVM is most of the work. */
    List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        if (bySize.containsKey(Size.S)) {
            return bars;
        }
        for (CappedSystem system : systems) {
            if (!system.isEngine()) {
                continue;
            }
            List<Double> peaks = figures(size -> peak(system, size));
            bars.add(Bar.atMost(system + ", largest peak PSS, MB", Collections.max(peaks), MOST_MEGABYTES));
            if (peaks.size() > 1) {
                bars.add(Bar.atMost(system + ", peak PSS, largest / smallest of all sizes", spread(peaks), MOST_APART));
                bars.add(Bar.atMost(
                        system + ", throughput, largest / smallest of all sizes",
                        spread(figures(size -> throughput(system, size))),
                        MOST_APART));
                bars.add(Bar.atMost(
                        system + ", throughput after the first 256 MB, largest / smallest of all sizes",
                        spread(figures(size -> warmThroughput(system, size))),
                        MOST_APART));
            }
        }
        return bars;
    }

    private List<Double> figures(Function<Size, Double> figure) {
        return bySize.keySet().stream().map(figure).toList();
    }

    private static double spread(List<Double> figures) {
        return Collections.max(figures) / Collections.min(figures);
    }

    /** Peak memory over the size of the data. */
    LineChart chart() {
        List<Line> lines = new ArrayList<>();
        for (CappedSystem system : systems) {
            List<Point> points = bySize.keySet().stream()
                    .map(size -> new Point(size.bytes() / 1e9, peak(system, size)))
                    .toList();
            lines.add(new Line(system.toString(), points));
        }
        return new LineChart(
                "Memory of the text chain over the size of its input",
                "input, GB",
                "peak PSS of the process and its children, MB",
                lines);
    }

    /** The medians as a table for people. */
    @Override
    public String toString() {
        return table("%-32s %7s %9s %9s %9s %9s %10s %8s%n", "");
    }

    /** The same in Markdown. */
    String toMarkdown() {
        return table("| %s | %s | %s | %s | %s | %s | %s | %s |%n", "|---|---|---|---|---|---|---|---|\n");
    }

    private String table(String line, String rule) {
        StringBuilder table = new StringBuilder(
                String.format(line, "", "GB", "CPU s", "CPU s/GB", "wall s", "MB/s", "warm MB/s", "PSS MB"));
        table.append(rule);
        for (CappedSystem system : systems) {
            for (Size size : bySize.keySet()) {
                double gigabytes = size.bytes() / 1e9;
                double cpu = medians(size).cpu(system.toString(), WORKLOAD);
                table.append(String.format(
                        line,
                        system,
                        number("%.2f", gigabytes),
                        number("%.1f", cpu),
                        number("%.1f", cpu / gigabytes),
                        number("%.1f", medians(size).fastest(system.toString(), WORKLOAD)),
                        number("%.1f", throughput(system, size)),
                        number("%.1f", warmThroughput(system, size)),
                        number("%.0f", peak(system, size))));
            }
        }
        return table.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
