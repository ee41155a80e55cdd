package dev.batchwright.benchmarks.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that flushes nothing before it is closed. Jackson's generator of MessagePack has to be flushed after each value, and would
 * end a block of the compressor each time.
 */
final class UnflushedOutput extends FilterOutputStream {

    UnflushedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
    }

    @Override
    public void flush() {
        // Said above.
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
