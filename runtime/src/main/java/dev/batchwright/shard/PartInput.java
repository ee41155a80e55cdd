package dev.batchwright.shard;

import java.io.IOException;

/** The bytes of a file, read at any position. Used by one thread. */
public interface PartInput extends AutoCloseable {

    /**
     * How messages call the file: its path relative to the cache directory.
     *
     * @return the name
     */
    String name();

    /**
     * The length of the file.
     *
     * @return a number of bytes
     * @throws IOException if it cannot be found out
     */
    long length() throws IOException;

    /**
     * Reads bytes.
     *
     * @param position where in the file to begin
     * @param into takes the bytes
     * @param offset where in the array to begin
     * @param count how many bytes
     * @throws java.io.EOFException if the file ends before
     * @throws IOException if the file cannot be read
     */
    void readFully(long position, byte[] into, int offset, int count) throws IOException;

    @Override
    void close() throws IOException;
}
