package dev.batchwright.cache.faults;

import dev.batchwright.shard.PartInput;
import java.io.IOException;

/** A file that is read. */
final class FaultyInput implements PartInput {

    private final PartInput in;
    private final FaultyFiles faults;

    FaultyInput(PartInput in, FaultyFiles faults) {
        this.in = in;
        this.faults = faults;
    }

    @Override
    public String name() {
        return in.name();
    }

    @Override
    public long length() throws IOException {
        faults.operation(FaultyFiles.Kind.READS);
        return in.length();
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        faults.operation(FaultyFiles.Kind.READS);
        in.readFully(position, into, offset, count);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
