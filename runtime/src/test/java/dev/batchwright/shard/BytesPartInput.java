package dev.batchwright.shard;

import java.io.EOFException;
import java.io.IOException;

/** A file in memory. */
public final class BytesPartInput implements PartInput {

    private final String name;
    private final byte[] bytes;
    private boolean closed;

    public BytesPartInput(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        if (closed) {
            throw new IOException(name + " is closed");
        }
        if (position < 0 || count < 0) {
            throw new AssertionError("A format asked for " + count + " bytes at " + position);
        }
        if (position + count > bytes.length) {
            throw new EOFException(name + " has no " + count + " bytes at " + position);
        }
        System.arraycopy(bytes, (int) position, into, offset, count);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
