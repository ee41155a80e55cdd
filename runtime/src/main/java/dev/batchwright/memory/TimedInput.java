package dev.batchwright.memory;

import dev.batchwright.shard.PartInput;
import java.io.IOException;

/** A file whose reader's waits for the disk are told to those who choose compressions. */
final class TimedInput implements PartInput {

    private final PartInput file;
    private final SpillCompression listener;
    private long bytes;
    private long nanos;

    TimedInput(PartInput file, SpillCompression listener) {
        this.file = file;
        this.listener = listener;
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
        long began = System.nanoTime();
        file.readFully(position, into, offset, count);
        nanos += System.nanoTime() - began;
        bytes += count;
    }

    @Override
    public void close() throws IOException {
        listener.read(bytes, nanos);
        bytes = 0;
        nanos = 0;
        file.close();
    }
}
