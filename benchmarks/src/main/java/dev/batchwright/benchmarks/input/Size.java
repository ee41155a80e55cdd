package dev.batchwright.benchmarks.input;

import java.util.EnumSet;
import java.util.List;

/** How much input there is, and what has to come out of it. */
public enum Size {
    /** The corpus once. */
    S(1, 17_597, 21_727_574, 17_441, "b9037b10e1209a48", 17_591, "acab7b59388050d4", 37_631_236_888_372L),
    /** The corpus 48 times, about 1 GB. */
    M(48, 844_656, 1_047_357_838, 837_356, "7d081d6b5f1d7eef", 844_368, "64544b1aafc9b0d1", 1_813_323_114_990_266L),
    /** The corpus 240 times, about 5 GB. */
    L(
            240,
            4_223_280,
            5_243_782_743L,
            4_186_796,
            "4a7a50bc3fd93cb0",
            4_221_840,
            "e07ce48fc09dfafe",
            9_069_528_645_980_835L),
    /** The corpus 480 times, about 10 GB. */
    XL(
            480,
            8_446_560,
            10_490_629_863L,
            8_373_596,
            "da2a53b10b94cdcc",
            8_443_680,
            "bdb448790197b303",
            18_140_139_022_220_701L);

    private static final long MOST_VECTORS = 200_000;

    private final int repeats;
    private final long rows;
    private final long bytes;
    private final long rowsOut;
    private final String checksum;
    private final long uniqueRows;
    private final String uniqueChecksum;
    private final long sumOfCrcs;

    Size(
            int repeats,
            long rows,
            long bytes,
            long rowsOut,
            String checksum,
            long uniqueRows,
            String uniqueChecksum,
            long sumOfCrcs) {
        this.repeats = repeats;
        this.rows = rows;
        this.bytes = bytes;
        this.rowsOut = rowsOut;
        this.checksum = checksum;
        this.uniqueRows = uniqueRows;
        this.uniqueChecksum = uniqueChecksum;
        this.sumOfCrcs = sumOfCrcs;
    }

    /** This size and those below it that are not just for trying things out; that one alone if it is the one. */
    public List<Size> upToIt() {
        return this == S ? List.of(S) : List.copyOf(EnumSet.range(M, this));
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

    /** How many different texts the documents have, as they are read. */
    public long uniqueRows() {
        return uniqueRows;
    }

    /** The checksum of the first document of each text, by its number and the CRC of its text. */
    public String uniqueChecksum() {
        return uniqueChecksum;
    }

    /** The CRCs of all texts, added up. */
    public long sumOfCrcs() {
        return sumOfCrcs;
    }

    /** The checksum of the rows that the chain makes. */
    public String checksum() {
        return checksum;
    }
}
