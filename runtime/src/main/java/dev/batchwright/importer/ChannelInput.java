package dev.batchwright.importer;

import dev.batchwright.shard.PartInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of a cache, read at any position. */
final class ChannelInput implements PartInput {

    private final CachedFile file;
    private final FileChannel channel;

    ChannelInput(CachedFile file) throws IOException {
        this.file = file;
        this.channel = file.open();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException(file.name() + " ends at byte " + at);
            }
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
