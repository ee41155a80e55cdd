package dev.batchwright.shard.parquet;

import org.jspecify.annotations.Nullable;

/** The repetition or definition levels of the open page. */
final class LevelWriter {

    private final PlainBuffer encoded = new PlainBuffer();
    private final RunEncoder encoder;

    private LevelWriter(int maxLevel) {
        this.encoder = new RunEncoder(maxLevel, encoded);
    }

    /** Makes a writer, or none for a column where there is only one level. */
    static @Nullable LevelWriter of(int maxLevel) {
        return maxLevel == 0 ? null : new LevelWriter(maxLevel);
    }

    void write(int level) {
        encoder.write(level);
    }

    void write(int level, int times) {
        encoder.write(level, times);
    }

    /** The length so far, give or take the last levels. */
    int size() {
        return encoded.size();
    }

    /** Ends the levels of the page and puts them, after their length, into a buffer. */
    void moveTo(PlainBuffer page) {
        encoder.finish();
        page.writeInt(encoded.size());
        page.write(encoded.array(), 0, encoded.size());
        encoded.reset();
    }
}
