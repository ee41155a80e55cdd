package dev.batchwright.memory;

import dev.batchwright.shard.CompressionSetting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How spilled rows are compressed, and why. Each file goes to disk once and comes back once, so a byte of rows costs the time of
 * compressing and of decompressing it, and as much of the time of writing and of reading a byte as compression leaves of it. Where the
 * processor is short the first is much, where the disk is short the second is.
 *
 * <p>Times vary from file to file. Therefore another compression has to be better by more than a little, and more than once, before it
 * takes over; one that did not last would cost as much as it saves. Immutable.
 *
 * @param compression how the next file is compressed
 * @param why why, in some words
 * @param better what has been better lately, the same as the compression if nothing has
 * @param times how often in succession
 */
record SpillDecision(CompressionSetting compression, String why, CompressionSetting better, int times) {

    /** What has to be left of the cost so that it is worth while to change. */
    static final double WORTH_WHILE = 0.85;

    /** How many files in succession have to say so. */
    static final int CONFIRMED = 2;

    /** For the first file: next to no time where it does not help, and nearly as good as any where it does. */
    static final SpillDecision FIRST =
            new SpillDecision(CompressionSetting.LZ4, "nothing was measured yet", CompressionSetting.LZ4, 0);

    /**
     * What a compression does to a byte of rows.
     *
     * @param compression the compression
     * @param left what is left of it, in bytes
     * @param encodeNanos the time of compressing it
     * @param decodeNanos the time of decompressing it
     */
    record Figures(CompressionSetting compression, double left, double encodeNanos, double decodeNanos) {

        /** What nothing does: it takes no time and leaves everything. */
        static final Figures NONE = new Figures(CompressionSetting.NONE, 1, 0, 0);

        double nanos(Disk disk) {
            return encodeNanos + decodeNanos + left * (disk.writeNanos() + disk.readNanos());
        }
    }

    /**
     * What the disk takes for a byte.
     *
     * @param writeNanos the time that the thread waits until it is taken
     * @param readNanos the time that the thread waits until it is there again
     */
    record Disk(double writeNanos, double readNanos) {}

    /** A decision that somebody else has made. */
    static SpillDecision told(CompressionSetting compression) {
        return new SpillDecision(compression, "given in the options", compression, 0);
    }

    /**
     * Decides again.
     *
     * @param figures what each compression does, the one in use among them
     * @param disk what the disk takes
     * @return what holds for the next file
     */
    SpillDecision next(List<Figures> figures, Disk disk) {
        Figures used = of(compression, figures);
        Figures best = figures.stream()
                .min(Comparator.comparingDouble(candidate -> candidate.nanos(disk)))
                .orElseThrow();
        if (best.nanos(disk) > WORTH_WHILE * used.nanos(disk)) {
            return new SpillDecision(compression, words(used, figures, disk), compression, 0);
        }
        int inSuccession = best.compression().equals(better) ? times + 1 : 1;
        return inSuccession < CONFIRMED
                ? new SpillDecision(compression, words(used, figures, disk), best.compression(), inSuccession)
                : new SpillDecision(best.compression(), words(best, figures, disk), best.compression(), 0);
    }

    private static Figures of(CompressionSetting wanted, List<Figures> figures) {
        return figures.stream()
                .filter(candidate -> candidate.compression().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** The figures that speak for it; for none those of the compression that would leave least. */
    private static String words(Figures used, List<Figures> figures, Disk disk) {
        boolean isNone = used.compression().equals(CompressionSetting.NONE);
        Figures shown = isNone
                ? figures.stream()
                        .filter(candidate -> !candidate.equals(used))
                        .min(Comparator.comparingDouble(candidate -> candidate.nanos(disk)))
                        .orElse(used)
                : used;
        double saved = (1 - shown.left()) * (disk.writeNanos() + disk.readNanos());
        double spent = shown.encodeNanos() + shown.decodeNanos();
        return String.format(
                Locale.ROOT,
                "%s leaves %.0f %%, which saves the disk %.1f ms a MB and takes the processor %.1f",
                shown.compression(),
                shown.left() * 100,
                saved,
                spent);
    }
}
