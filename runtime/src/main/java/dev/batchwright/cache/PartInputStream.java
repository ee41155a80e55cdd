package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.InputStream;

/** A file from its first byte to its last, for what reads streams. Closing it leaves the file open. Used by one thread. */
final class PartInputStream extends InputStream {

    private final PartInput file;
    private final long length;
    private long position;

    PartInputStream(PartInput file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int taken = (int) Math.min(count, length - position);
        if (taken <= 0) {
            return count == 0 ? 0 : -1;
        }
        file.readFully(position, into, offset, taken);
        position += taken;
        return taken;
    }
}
