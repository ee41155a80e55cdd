package dev.batchwright.benchmarks.overhead;

/** How many rows came through, and their sum. Used by one thread. */
final class Total {

    private long rows;
    private long sum;

    void add(long value) {
        rows++;
        sum += value;
    }

    long rows() {
        return rows;
    }

    /** What has to come out of the numbers below a multiple of four. */
    static Total expected(long count) {
        Total total = new Total();
        long fours = count / 4;
        total.rows = count - fours;
        total.sum = 3 * (count * (count - 1) / 2 - 4 * (fours * (fours - 1) / 2));
        return total;
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
