package dev.batchwright.io;

import dev.batchwright.shard.PartInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on disk, read at any position. */
final class ChannelInput implements PartInput {

    private final Path file;
    private final FileChannel channel;

    private ChannelInput(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ChannelInput open(Path file) {
        try {
            return new ChannelInput(file, FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
    }

    @Override
    public String name() {
        return file.toString();
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
                throw new EOFException(file + " ends at byte " + at);
            }
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
