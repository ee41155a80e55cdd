package dev.batchwright.benchmarks.commit;

import java.util.Arrays;

/** When each row came to a step, and at which one the process dies or the run fails. Used by one thread. */
final class Pace {

    private final long[] nanos;
    private final long deadlyRow;
    private int rows;

    /**
     * Begins with no row.
     *
     * @param rows how many rows are waited for; if more than one, the row after them fails
     * @param deadlyRow the row at which the process dies without any clean-up
     */
    Pace(int rows, long deadlyRow) {
        this.nanos = new long[rows];
        this.deadlyRow = deadlyRow;
    }

    void row(long id) {
        if (id == deadlyRow) {
            Runtime.getRuntime().halt(CommitWork.DIED);
        }
        if (rows < nanos.length) {
            nanos[rows++] = System.nanoTime();
        } else if (nanos.length > 1) {
            throw new IllegalStateException("The run is interrupted here");
        }
    }

    /** Whether all rows have come that were waited for. */
    boolean isFull() {
        return rows == nanos.length;
    }

    /** When the first row came. */
    long first() {
        return nanos[0];
    }

    /** The median of the nanoseconds between rows. */
    double medianBetween(int from, int to) {
        long[] between = new long[to - from];
        for (int i = from; i < to; i++) {
            between[i - from] = nanos[i + 1] - nanos[i];
        }
        Arrays.sort(between);
        return (between[(between.length - 1) / 2] + between[between.length / 2]) / 2.0;
    }
}
