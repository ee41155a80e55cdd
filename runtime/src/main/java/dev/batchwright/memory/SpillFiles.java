package dev.batchwright.memory;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;

/** Where rows go that memory has no room for. Nothing there outlives the run. Safe for use by several threads. */
public interface SpillFiles {

    /**
     * A name that no file has had.
     *
     * @param step the step whose rows go there
     * @return the name, without an extension
     */
    String newName(String step);

    /**
     * Creates a file.
     *
     * @param name its name, which no other file has had
     * @return takes its bytes
     * @throws IOException if it cannot be created
     */
    OutputStream create(String name) throws IOException;

    /**
     * Opens a file.
     *
     * @param name its name
     * @return its bytes
     * @throws IOException if it cannot be opened
     */
    PartInput open(String name) throws IOException;

    /**
     * Removes a file.
     *
     * @param name its name
     * @throws IOException if it cannot be removed
     */
    void delete(String name) throws IOException;

    /**
     * Counts what was written.
     *
     * @param file a file that is whole
     */
    void spilled(Spilled file);

    /**
     * A file with rows.
     *
     * @param bytes its bytes
     * @param pass how often its rows have been written, this time included
     * @param compression how it is compressed
     * @param why why so, in some words
     */
    record Spilled(long bytes, int pass, CompressionSetting compression, String why) {}
}
