package dev.batchwright.benchmarks.isolated;

/** How many rows came through, and the sum of their numbers. Used by one thread. */
final class Sum {

    private long rows;
    private long sum;

    void add(long value) {
        rows++;
        sum += value;
    }

    long rows() {
        return rows;
    }

    /** What has to come out of the numbers from 0 on, each handed on as it is. */
    static Sum expected(long count) {
        Sum expected = new Sum();
        expected.rows = count;
        expected.sum = count * (count - 1) / 2;
        return expected;
    }

    /** The sum as 16 hexadecimal digits. */
    String checksum() {
        return "%016x".formatted(sum);
    }

    @Override
    public String toString() {
        return rows + " " + checksum();
    }
}
