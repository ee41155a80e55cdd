package dev.batchwright.isolation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** A connection to nobody: what is written is kept, and what is to be read was given before. */
final class ByteStream implements ByteChannel {

    private final ReadableByteChannel in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ByteStream(byte[] in) {
        this.in = Channels.newChannel(new ByteArrayInputStream(in));
    }

    byte[] written() {
        return out.toByteArray();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return in.read(into);
    }

    @Override
    public int write(ByteBuffer from) {
        // As a socket may, it takes what it likes.
        byte[] taken = new byte[Math.min(from.remaining(), 10_007)];
        from.get(taken);
        out.writeBytes(taken);
        return taken.length;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // there is nobody who would mind
    }
}
