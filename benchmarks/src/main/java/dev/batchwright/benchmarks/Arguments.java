package dev.batchwright.benchmarks;

import dev.batchwright.benchmarks.input.Size;

/**
 * What was asked for on the command line.
 *
 * @param benchmark which benchmark
 * @param size how much input
 * @param runs how often each contender runs
 */
record Arguments(String benchmark, Size size, int runs) {

    static final String USAGE = "usage: run.sh chain|overhead [--size S|M] [--runs N]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is not as the usage says
     */
    static Arguments parse(String... args) {
        if (args.length % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        Arguments parsed = new Arguments(args[0], Size.M, 3);
        for (int i = 1; i < args.length; i += 2) {
            parsed = parsed.with(args[i], args[i + 1]);
        }
        return parsed;
    }

    private Arguments with(String option, String value) {
        try {
            return switch (option) {
                case "--size" -> new Arguments(benchmark, Size.valueOf(value), runs);
                case "--runs" -> new Arguments(benchmark, size, Math.max(1, Integer.parseInt(value)));
                default -> throw new IllegalArgumentException(option);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }
}
