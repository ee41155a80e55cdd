package dev.batchwright.shard.parquet;

import java.io.IOException;
import java.io.OutputStream;

/** The stream that a file goes to, which knows how much was written to it. */
final class FileOutput extends OutputStream {

    private final OutputStream file;
    private long position;

    FileOutput(OutputStream file) {
        this.file = file;
    }

    long position() {
        return position;
    }

    void writeInt(int value) throws IOException {
        write(new byte[] {(byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)});
    }

    @Override
    public void write(int value) throws IOException {
        file.write(value);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        file.write(bytes, offset, count);
        position += count;
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }
}
