package dev.batchwright.benchmarks.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** A {@link MemoryFile} as parquet-java wants it. */
final class ParquetMemory implements InputFile, OutputFile {

    private final MemoryFile file;

    ParquetMemory(MemoryFile file) {
        this.file = file;
    }

    @Override
    public long getLength() {
        return file.length();
    }

    @Override
    public SeekableInputStream newStream() {
        return new Input(new Position(file));
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Output(file.output());
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Output extends PositionOutputStream {

        private final OutputStream out;
        private long position;

        Output(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
            position += count;
        }
    }

    /** A stream that can be put anywhere in the file. */
    private static final class Position extends java.io.InputStream {

        private final MemoryFile file;
        private int at;

        Position(MemoryFile file) {
            this.file = file;
        }

        @Override
        public int read() {
            return at < file.length() ? file.array()[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (at >= file.length()) {
                return -1;
            }
            int read = Math.min(count, file.length() - at);
            file.readFully(at, into, offset, read);
            at += read;
            return read;
        }
    }

    private static final class Input extends DelegatingSeekableInputStream {

        private final Position position;

        Input(Position position) {
            super(position);
            this.position = position;
        }

        @Override
        public long getPos() {
            return position.at;
        }

        @Override
        public void seek(long to) {
            position.at = Math.toIntExact(to);
        }

        @Override
        public void readFully(ByteBuffer into) throws IOException {
            int count = into.remaining();
            if (count > position.file.length() - position.at) {
                throw new EOFException();
            }
            into.put(position.file.array(), position.at, count);
            position.at += count;
        }
    }
}
