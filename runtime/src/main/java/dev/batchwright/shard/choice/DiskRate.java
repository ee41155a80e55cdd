package dev.batchwright.shard.choice;

/**
 * How fast the disk of a cache is taken to be.
 *
 * @param bytesPerSecond bytes a second
 * @param origin where the figure is from, such as {@code measured at 2026-11-24T12:00:00Z} or {@code given in the options}
 */
public record DiskRate(long bytesPerSecond, String origin) {

    private static final long SLOWEST = 64L << 20;
    private static final long FASTEST = 512L << 20;

    /** What is taken where nothing could be measured. */
    public static final DiskRate ASSUMED = new DiskRate(256L << 20, "assumed");

    /** Checks that the rate is positive. */
    public DiskRate {
        if (bytesPerSecond <= 0) {
            throw new IllegalArgumentException("A disk rate must be positive, not " + bytesPerSecond);
        }
    }

    /**
     * Makes a measured rate a coarse one: the nearest of 64, 128, 256 and 512 MiB a second. What a disk shows in some milliseconds
     * differs by half from one moment to the next; a decision must not follow that. The upper bound is there because a burst lands
     * in the disk's own memory, and because bytes also cost space.
     *
     * @param bytes the bytes that were written and forced
     * @param nanos the time that took
     * @param origin where the figure is from
     * @return the rate
     */
    public static DiskRate measured(long bytes, long nanos, String origin) {
        double perSecond = bytes * 1e9 / Math.max(1, nanos);
        long rate = SLOWEST;
        while (rate < FASTEST && perSecond >= rate * Math.sqrt(2)) {
            rate *= 2;
        }
        return new DiskRate(rate, origin);
    }

    /**
     * The time that bytes take on the way to the disk or back.
     *
     * @param bytes a number of bytes
     * @return nanoseconds
     */
    public long nanos(long bytes) {
        return Math.round(bytes * 1e9 / bytesPerSecond);
    }
}
