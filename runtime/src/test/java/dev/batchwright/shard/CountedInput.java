package dev.batchwright.shard;

import java.io.IOException;

/** A file in memory that counts the bytes which are read of it. */
public final class CountedInput implements PartInput {

    private final BytesPartInput file;
    private long bytes;

    public CountedInput(byte[] file) {
        this.file = new BytesPartInput("step/f1/00000.000", file);
    }

    /** How many bytes were read so far. */
    public long bytes() {
        return bytes;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        file.readFully(position, into, offset, count);
        bytes += count;
    }

    @Override
    public void close() {
        file.close();
    }
}
