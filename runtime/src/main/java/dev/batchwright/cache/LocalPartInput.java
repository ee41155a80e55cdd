package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of this machine. */
final class LocalPartInput implements PartInput {

    private final FileChannel channel;
    private final String name;

    LocalPartInput(Path file, String name) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
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
            if (channel.read(buffer, position + count - buffer.remaining()) < 0) {
                throw new EOFException(name + " ends before byte " + (position + count));
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
