package dev.batchwright.benchmarks.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A bar that a figure has to clear.
 *
 * @param name what the figure is
 * @param figure the figure
 * @param isAtMost whether the figure must not be larger than the limit; else it must not be smaller
 * @param limit the limit
 */
public record Bar(String name, double figure, boolean isAtMost, double limit) {

    /** A figure that must not be larger than a limit. */
    public static Bar atMost(String name, double figure, double limit) {
        return new Bar(name, figure, true, limit);
    }

    /** A figure that must not be smaller than a limit. */
    public static Bar atLeast(String name, double figure, double limit) {
        return new Bar(name, figure, false, limit);
    }

    /** Whether the figure clears the bar. */
    public boolean holds() {
        return isAtMost ? figure <= limit : figure >= limit;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %s: %s (%s %s)",
                name,
                holds() ? "holds" : "FAILS",
                number(figure),
                isAtMost ? "at most" : "at least",
                number(limit));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.2f" : "%,.0f", value);
    }

    /** All bars on one line. */
    public static String line(List<Bar> bars) {
        if (bars.isEmpty()) {
            return "bars: none at this size";
        }
        return bars.stream().map(Bar::toString).collect(Collectors.joining("; ", "bars: ", ""));
    }
}
