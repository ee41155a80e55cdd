package dev.batchwright.benchmarks;

import dev.batchwright.benchmarks.input.Size;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param benchmark which benchmark
 * @param size how much input
 * @param runs how often each contender runs
 * @param only the cases or the workload to run, or nothing for all
 * @param markdown whether the table is to be pasted into a page
 * @param svg where a plot goes, or nothing for where it belongs
 */
record Arguments(String benchmark, Size size, int runs, String only, boolean markdown, String svg) {

    static final String USAGE =
            "usage: run.sh auto|bounded-memory|chain|commit|compile|isolated|keyed|overhead|storage [--size S|M|L|XL] [--runs N]"
                    + " [--case NAME,...] [--markdown] [--svg FILE] or run.sh jmh [options of JMH]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is not as the usage says
     */
    static Arguments parse(String... args) {
        Deque<String> left = new ArrayDeque<>(List.of(args));
        if (left.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        Arguments parsed = new Arguments(left.remove(), Size.M, 5, "", false, "");
        while (!left.isEmpty()) {
            parsed = parsed.with(left.remove(), left);
        }
        return parsed;
    }

    private Arguments with(String option, Deque<String> values) {
        if (option.equals("--markdown")) {
            return new Arguments(benchmark, size, runs, only, true, svg);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return with(option, values.remove());
    }

    private Arguments with(String option, String value) {
        try {
            return switch (option) {
                case "--size" -> new Arguments(benchmark, Size.valueOf(value), runs, only, markdown, svg);
                case "--runs" ->
                    new Arguments(benchmark, size, Math.max(1, Integer.parseInt(value)), only, markdown, svg);
                case "--case" -> new Arguments(benchmark, size, runs, value, markdown, svg);
                case "--svg" -> new Arguments(benchmark, size, runs, only, markdown, value);
                default -> throw new IllegalArgumentException(option);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }
}
