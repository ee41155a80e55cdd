package dev.batchwright.cache.faults;

import java.io.IOException;
import java.io.OutputStream;

/** A file that is written; closing it is an operation as well, for that is where some systems say that the disk is full. */
final class FaultyOutput extends OutputStream {

    private final OutputStream out;
    private final FaultyFiles faults;
    private boolean closed;

    FaultyOutput(OutputStream out, FaultyFiles faults) {
        this.out = out;
        this.faults = faults;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        faults.write(out, bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        out.close(); // always, so that a test leaves no open file behind
        faults.operation(FaultyFiles.Kind.CHANGES);
    }
}
