package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.rows.Embedding;

/** What comes out of rows with vectors: how many there are, and the sum of the first elements, which is exact in any order. */
final class VectorSum {

    /** Elements are multiples of its inverse. */
    private static final double SCALE = 1 << 24;

    private long rows;
    private double sum;

    void add(Embedding row) {
        rows++;
        sum += row.vector()[0];
    }

    /** What is to come out of the documents with the ids from 0 to a number. */
    static VectorSum expected(long rows) {
        VectorSum expected = new VectorSum();
        for (long id = 0; id < rows; id++) {
            expected.add(Embedding.of(id));
        }
        return expected;
    }

    long rows() {
        return rows;
    }

    /** The sum as an integer. */
    @Override
    public String toString() {
        return Long.toString((long) (sum * SCALE));
    }
}
