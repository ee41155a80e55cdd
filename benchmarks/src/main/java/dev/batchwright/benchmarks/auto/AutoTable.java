package dev.batchwright.benchmarks.auto;

import java.util.List;
import java.util.Locale;

/** Lays results out as a table that can be pasted into a page. */
final class AutoTable {

    private AutoTable() {}

    static String of(List<AutoResult> results) {
        StringBuilder text = new StringBuilder(
                "| shape | chosen | MB, CPU s to write + read | score s | best named | MB,"
                        + " CPU s to write + read | score s | ratio | trial, CPU s |\n|---|---|---|---|---|---|---|---|---|\n");
        for (AutoResult result : results) {
            text.append("| ").append(result.shape()).append(" | ");
            append(text, result, result.chosen());
            append(text, result, result.best());
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f | %.2f |%n",
                    result.ratio(),
                    result.choice().trialSeconds()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, AutoResult result, FixedCosts costs) {
        text.append(String.format(
                Locale.ROOT,
                "%s | %.1f, %.2f + %.2f | %.3f | ",
                costs.encoding(),
                costs.bytes() / 1e6,
                costs.encodeNanos() / 1e9,
                costs.decodeNanos() / 1e9,
                result.score(costs)));
    }
}
