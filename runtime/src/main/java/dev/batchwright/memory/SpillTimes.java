package dev.batchwright.memory;

import dev.batchwright.shard.choice.CpuMeter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The stream of a file, with the times of the thread that writes it: what it waits for the disk, and how much longer than its processor
 * time everything else takes. A disk that takes bytes at once, since the system keeps them in memory, is as fast as it seems: what
 * counts is what the run waits for, and the wait comes when there are more of them than memory has room for. Used by one thread.
 */
final class SpillTimes extends OutputStream {

    private static final CpuMeter METER = CpuMeter.ofThisMachine();

    private final OutputStream out;
    private final long began = System.nanoTime();
    private final long cpuBegan = METER.nanos();
    private long elsewhere;
    private long cpuElsewhere;
    private long writing;
    private long cpuWriting;
    private long bytes;
    private long wall;
    private long cpu;

    SpillTimes(OutputStream out) {
        this.out = out;
    }

    /** A call that is not to count for the file, such as one that fetches the rows. */
    interface Elsewhere<R> {
        R call() throws IOException;
    }

    <R> R elsewhere(Elsewhere<R> call) throws IOException {
        long start = System.nanoTime();
        long cpuStart = METER.nanos();
        try {
            return call.call();
        } finally {
            elsewhere += System.nanoTime() - start;
            cpuElsewhere += METER.nanos() - cpuStart;
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void time(Writing call) throws IOException {
        long start = System.nanoTime();
        long cpuStart = METER.nanos();
        try {
            call.run();
        } finally {
            writing += System.nanoTime() - start;
            cpuWriting += METER.nanos() - cpuStart;
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        time(() -> out.write(from, offset, length));
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        time(out::flush);
    }

    @Override
    public void close() throws IOException {
        if (wall > 0) {
            return;
        }
        time(out::close);
        wall = System.nanoTime() - began;
        cpu = METER.nanos() - cpuBegan;
    }

    /** What the file has taken, known when it is closed. */
    FileTimes times() {
        long encodingCpu = Math.max(1, cpu - cpuElsewhere - cpuWriting);
        return new FileTimes(bytes, writing, encodingCpu, Math.max(encodingCpu, wall - elsewhere - writing));
    }

    /**
     * What a file has taken.
     *
     * @param bytes its bytes
     * @param writingNanos the time that the thread has waited for the disk to take them
     * @param encodingCpuNanos the processor time of everything else
     * @param encodingNanos the time that has passed meanwhile: longer, where others want the processor too
     */
    record FileTimes(long bytes, long writingNanos, long encodingCpuNanos, long encodingNanos) {}
}
