package dev.batchwright.shard.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Lets parquet-java write to a stream, and counts what it writes. The end of the file, indexes and footer, can be held back until
 * its checksum is known. Does not close the stream.
 */
final class FileOutput extends PositionOutputStream implements OutputFile {

    private final OutputStream file;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private OutputStream target;
    private long position;

    FileOutput(OutputStream file) {
        this.file = file;
        this.target = file;
    }

    /** Keeps everything from now on in memory. */
    void holdBack() {
        target = held;
    }

    /** What was held back. */
    byte[] held() {
        return held.toByteArray();
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void write(int value) throws IOException {
        target.write(value);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        target.write(bytes, offset, count);
        position += count;
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() {}

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
