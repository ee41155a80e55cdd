package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.IOException;

/** Counts the bytes that are really read. */
final class CountingPartInput implements PartInput {

    private final PartInput file;
    private long bytes;

    CountingPartInput(PartInput file) {
        this.file = file;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        file.readFully(position, into, offset, count);
        bytes += count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
