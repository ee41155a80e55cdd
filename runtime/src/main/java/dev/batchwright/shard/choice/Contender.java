package dev.batchwright.shard.choice;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A candidate in a trial: the least that it was seen to cost. Used by one thread. */
final class Contender {

    private static final int FEW_ROWS = 16;

    private final PartEncoding encoding;
    private long bytes;
    private long encodeNanos = Long.MAX_VALUE;
    private long decodeNanos = Long.MAX_VALUE;
    private long emptyBytes;
    private long emptyEncodeNanos = Long.MAX_VALUE;
    private long emptyDecodeNanos = Long.MAX_VALUE;
    private int rounds;
    private @Nullable String failure;

    Contender(PartEncoding encoding) {
        this.encoding = encoding;
    }

    PartEncoding encoding() {
        return encoding;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Loads classes and native code, so that the first round does not pay for them. */
    void warmUp(Sample<?> sample) {
        attempt(() -> sample.measure(encoding, FEW_ROWS));
    }

    /**
     * Encodes and decodes the sample once more. The fastest time counts: the compiler, collections and whatever else the machine does
     * only ever add.
     */
    void measure(Sample<?> sample) {
        attempt(() -> {
            Sample.Costs empty = sample.measure(encoding, 0);
            emptyBytes = empty.bytes();
            emptyEncodeNanos = Math.min(emptyEncodeNanos, empty.encodeNanos());
            emptyDecodeNanos = Math.min(emptyDecodeNanos, empty.decodeNanos());
            Sample.Costs costs = sample.measure(encoding);
            bytes = costs.bytes();
            encodeNanos = Math.min(encodeNanos, costs.encodeNanos());
            decodeNanos = Math.min(decodeNanos, costs.decodeNanos());
            rounds++;
        });
    }

    private interface Attempt {
        void run() throws IOException;
    }

    /** A format that cannot take these rows is out; it is no reason to stop a run that another format serves. */
    private void attempt(Attempt attempt) {
        if (hasFailed()) {
            return;
        }
        try {
            attempt.run();
        } catch (IOException | RuntimeException e) {
            failure = e.toString();
        }
    }

    long bytes() {
        return Math.max(0, bytes - emptyBytes);
    }

    long score(DiskRate disk) {
        return hasFailed() || rounds == 0
                ? Long.MAX_VALUE
                : CandidateFigures.score(
                        disk,
                        bytes(),
                        Math.max(0, encodeNanos - emptyEncodeNanos),
                        Math.max(0, decodeNanos - emptyDecodeNanos));
    }

    CandidateFigures figures(DiskRate disk) {
        boolean known = !hasFailed() && rounds > 0;
        return new CandidateFigures(
                encoding.format().name(),
                encoding.compression().toString(),
                known ? bytes() : 0,
                known ? Math.max(0, encodeNanos - emptyEncodeNanos) : 0,
                known ? Math.max(0, decodeNanos - emptyDecodeNanos) : 0,
                known ? score(disk) : 0,
                rounds,
                failure);
    }
}
