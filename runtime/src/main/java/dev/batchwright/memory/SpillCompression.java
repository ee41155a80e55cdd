package dev.batchwright.memory;

import java.util.List;

/**
 * How the files of a step's spilled rows are compressed. One for each kind of rows, since what helps depends on them. Safe for use by
 * several threads.
 */
public abstract sealed class SpillCompression permits FixedCompression, MeasuredCompression {

    SpillCompression() {}

    /**
     * Reads a setting.
     *
     * @param setting {@code auto}, or a compression that all files have
     * @return a new one, which has measured nothing yet
     */
    public static SpillCompression of(String setting) {
        return setting.equals("auto") ? new MeasuredCompression() : new FixedCompression(setting);
    }

    /** How the next file is compressed. */
    abstract SpillDecision next();

    /** Whether it wants to see how rows of the next file can be compressed. */
    abstract boolean wantsSample();

    /**
     * Says how rows can be compressed.
     *
     * @param figures what each compression would do
     */
    abstract void sampled(List<SpillDecision.Figures> figures);

    /**
     * Says what a file has taken.
     *
     * @param file the times of the thread that wrote it
     */
    abstract void written(SpillTimes.FileTimes file);

    /**
     * Says what reading has taken.
     *
     * @param bytes bytes of files
     * @param nanos the time that the thread has waited for them
     */
    abstract void read(long bytes, long nanos);
}
