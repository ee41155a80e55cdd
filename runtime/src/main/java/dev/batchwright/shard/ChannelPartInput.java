package dev.batchwright.shard;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of this machine, read at any position. Safe for use by several threads. */
public final class ChannelPartInput implements PartInput {

    private final FileChannel channel;
    private final String name;

    /**
     * Takes an open file.
     *
     * @param channel the file, open for reading; closed with this
     * @param name how messages call it
     */
    public ChannelPartInput(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
        while (buffer.hasRemaining()) {
            long at = position + count - buffer.remaining();
            if (channel.read(buffer, at) < 0) {
                throw new EOFException(name + " ends at byte " + at + ", before byte " + (position + count));
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
