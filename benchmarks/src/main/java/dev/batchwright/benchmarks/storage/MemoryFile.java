package dev.batchwright.benchmarks.storage;

import dev.batchwright.shard.PartInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** A file in memory, the same for all: what is measured is neither a disk nor a call of the operating system. */
final class MemoryFile {

    private byte[] bytes = new byte[1 << 20];
    private int length;

    int length() {
        return length;
    }

    /** The array that holds the file from its start, for as long as nothing is written. */
    byte[] array() {
        return bytes;
    }

    /** Begins the file anew, in the memory that it has. */
    OutputStream output() {
        length = 0;
        return new Output();
    }

    InputStream input() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    PartInput part() {
        return new Part();
    }

    void readFully(long position, byte[] into, int offset, int count) throws EOFException {
        if (position + count > length) {
            throw new EOFException("The file ends before byte " + (position + count));
        }
        System.arraycopy(bytes, (int) position, into, offset, count);
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int value) {
            reserve(1);
            bytes[length++] = (byte) value;
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            Objects.checkFromIndexSize(offset, count, from.length);
            reserve(count);
            System.arraycopy(from, offset, bytes, length, count);
            length += count;
        }

        private void reserve(int count) {
            if (count > bytes.length - length) {
                bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), 2 * bytes.length));
            }
        }
    }

    private final class Part implements PartInput {

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int count) throws EOFException {
            MemoryFile.this.readFully(position, into, offset, count);
        }

        @Override
        public void close() {}
    }
}
