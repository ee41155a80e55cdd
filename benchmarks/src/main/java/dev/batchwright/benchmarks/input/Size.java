package dev.batchwright.benchmarks.input;

/** How much input there is, and what has to come out of it. */
public enum Size {
    /** The corpus once. */
    S(1, 17_597, 21_727_574, 17_441, "b9037b10e1209a48"),
    /** The corpus 48 times, about 1 GB. */
    M(48, 844_656, 1_047_357_838, 837_356, "7d081d6b5f1d7eef");

    private static final long MOST_VECTORS = 200_000;

    private final int repeats;
    private final long rows;
    private final long bytes;
    private final long rowsOut;
    private final String checksum;

    Size(int repeats, long rows, long bytes, long rowsOut, String checksum) {
        this.repeats = repeats;
        this.rows = rows;
        this.bytes = bytes;
        this.rowsOut = rowsOut;
        this.checksum = checksum;
    }

    /** How often the corpus is repeated. */
    int repeats() {
        return repeats;
    }

    /** The rows of the input. */
    public long rows() {
        return rows;
    }

    /** The bytes of the input. */
    public long bytes() {
        return bytes;
    }

    /** The rows that the chain makes of it. */
    public long rowsOut() {
        return rowsOut;
    }

    /** How many of the first documents are made vectors of. */
    public long vectorRows() {
        return Math.min(rows, MOST_VECTORS);
    }

    /** The checksum of the rows that the chain makes. */
    public String checksum() {
        return checksum;
    }
}
