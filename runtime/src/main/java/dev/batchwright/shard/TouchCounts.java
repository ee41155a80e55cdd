package dev.batchwright.shard;

/**
 * Roughly how often each of very many things was asked for lately, in a fixed number of bytes: a count-min sketch (Cormode,
 * Muthukrishnan, 2005) whose counts are halved now and then. Counts are never too low, and seldom too high. Used under a lock.
 */
final class TouchCounts {

    private static final int SMALLEST = 1 << 12;
    private static final int LARGEST = 1 << 18;

    /** The table may take this share of the memory that it serves. */
    private static final int SHARE = 256;

    private static final int MOST = 15;

    /** How many counts each thing has; the smallest is right, unless all are shared with others. */
    private static final int COUNTS = 4;

    private final byte[] table;
    private final int mask;
    private int untilHalved;

    TouchCounts(long memoryBytes) {
        long size = Math.min(LARGEST, Math.max(SMALLEST, memoryBytes / SHARE));
        this.table = new byte[memoryBytes == 0 ? 1 : Integer.highestOneBit((int) size)];
        this.mask = table.length - 1;
        this.untilHalved = period();
    }

    /** So many things that are all different leave the table emptier than full, so that seldom all counts of one are shared. */
    private int period() {
        return Math.max(1, table.length / (2 * COUNTS));
    }

    /** Counts one more. */
    int add(int hash) {
        if (--untilHalved < 0) {
            halve();
        }
        int least = of(hash);
        if (least == MOST) {
            return MOST;
        }
        int place = first(hash);
        int step = step(hash);
        for (int i = 0; i < COUNTS; i++, place += step) {
            if (table[place & mask] == least) {
                table[place & mask]++;
            }
        }
        return least + 1;
    }

    /** How often it was asked for. */
    int of(int hash) {
        int place = first(hash);
        int step = step(hash);
        int least = MOST;
        for (int i = 0; i < COUNTS; i++, place += step) {
            least = Math.min(least, table[place & mask]);
        }
        return least;
    }

    /** So that what was asked for often, long ago, gives way to what is asked for now. */
    private void halve() {
        untilHalved = period();
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (table[i] >>> 1);
        }
    }

    /** Spreads a hash whose upper bits may say little (MurmurHash3's finalizer). */
    private static int first(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /** Odd, so that no two of its counts are the same. */
    private static int step(int hash) {
        return ((hash * 0x9E3779B9) >>> 8) | 1;
    }
}
