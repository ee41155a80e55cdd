package dev.batchwright.benchmarks.text;

/**
 * A checksum over rows that does not depend on their order. Words are mixed by the step of splitmix64, see Steele, Lea and Flood,
 * "Fast Splittable Pseudorandom Number Generators" (2014).
 */
public final class Checksum {

    private long rows;
    private long sum;

    /** Begins without rows. */
    public Checksum() {}

    /** Adds a row. */
    public void add(TextFeatures row) {
        rows++;
        sum += mix(row.id() ^ mix(row.crc() ^ mix(row.tokens() ^ mix(Double.doubleToLongBits(row.averageLength())))));
    }

    /** Adds a row of which only a number and a CRC count. */
    public void add(long id, long crc) {
        rows++;
        sum += mix(id ^ mix(crc));
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** Mixes the bits of a word. */
    public static long mix(long word) {
        long z = word + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The checksum as 16 hexadecimal digits. */
    @Override
    public String toString() {
        return "%016x".formatted(sum);
    }
}
