package dev.batchwright.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The opened lines of a split, and how messages name a place in them.
 *
 * @param file the file
 * @param in the bytes of the lines, decompressed
 * @param firstByte where in the file, or in what a compressed file holds, these bytes begin
 */
record SplitInput(Path file, InputStream in, long firstByte) implements AutoCloseable {

    /** Names a line, counted from 1. Where the lines before the split were never read, its number in the file is not known. */
    String line(long number) {
        return firstByte == 0
                ? file + ", line " + number
                : file + ", line " + number + " counted from byte " + firstByte + " on";
    }

    /** Names a line whose first byte is known. */
    String line(long number, long offset) {
        return firstByte == 0 ? line(number) : line(number) + " (at byte " + offset + ")";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
