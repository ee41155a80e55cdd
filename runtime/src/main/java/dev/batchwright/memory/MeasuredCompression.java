package dev.batchwright.memory;

import dev.batchwright.memory.SpillDecision.Disk;
import dev.batchwright.memory.SpillDecision.Figures;
import java.util.List;

/**
 * The compression that takes least time, by what was measured of late: what each does to a sample of the rows, how long the disk takes for
 * the files, and how much longer than their processor time threads need, since others want the processor too.
 */
final class MeasuredCompression extends SpillCompression {

    /** Before so many bytes were written, times are those of single calls and say nothing. */
    private static final long ENOUGH_BYTES = 1 << 20;

    /** Rows are looked at again after so many bytes: later ones may be of another kind. */
    private static final long SAMPLE_EVERY = 64 << 20;

    /** The samples of the first files are taken one after the other, as code that has just been loaded is slow. */
    private static final int FIRST_SAMPLES = 3;

    /**
     * No disk counts as faster than 512 MiB a second, by which {@link dev.batchwright.shard.choice.DiskRate} is bounded as well: bytes
     * that are taken faster are in memory, which others could use, and they take space on disk.
     */
    private static final double FASTEST_NANOS = 1e9 / (512 << 20);

    private final Rate writing = new Rate();
    private final Rate reading = new Rate();
    private final Rate crowd = new Rate();
    private List<Figures> figures = List.of();
    private SpillDecision decision = SpillDecision.FIRST;
    private int samples;
    private long bytesSinceSample;

    @Override
    synchronized SpillDecision next() {
        return decision;
    }

    @Override
    synchronized boolean wantsSample() {
        return samples < FIRST_SAMPLES || bytesSinceSample >= SAMPLE_EVERY;
    }

    @Override
    synchronized void sampled(List<Figures> seen) {
        figures = List.copyOf(seen);
        samples++;
        bytesSinceSample = 0;
    }

    @Override
    synchronized void written(SpillTimes.FileTimes file) {
        bytesSinceSample += file.bytes();
        writing.add(file.bytes(), file.writingNanos());
        crowd.add(file.encodingCpuNanos(), file.encodingNanos());
        if (!figures.isEmpty() && writing.units() >= ENOUGH_BYTES) {
            decision = decision.next(figures.stream().map(this::crowded).toList(), disk());
        }
    }

    @Override
    synchronized void read(long bytes, long nanos) {
        reading.add(bytes, nanos);
    }

    private Disk disk() {
        double write = Math.max(FASTEST_NANOS, writing.perUnit());
        double read = reading.units() >= ENOUGH_BYTES ? Math.max(FASTEST_NANOS, reading.perUnit()) : write;
        return new Disk(write, read);
    }

    private Figures crowded(Figures alone) {
        double slower = crowd.perUnit();
        return new Figures(
                alone.compression(), alone.left(), alone.encodeNanos() * slower, alone.decodeNanos() * slower);
    }

    /** The time of a unit, of which the last ones count most. */
    private static final class Rate {

        private static final long WINDOW = 256 << 20;

        private double units;
        private double nanos;

        void add(long more, long time) {
            units += more;
            nanos += time;
            if (units > WINDOW) {
                units /= 2;
                nanos /= 2;
            }
        }

        double units() {
            return units;
        }

        double perUnit() {
            return units == 0 ? 1 : nanos / units;
        }
    }
}
