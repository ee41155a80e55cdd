package dev.batchwright.shard.choice;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A candidate in a trial: its bytes, and the least time that it was seen to take. What a part costs whatever its length is taken off.
 * Used by one thread.
 */
final class Contender {

    private final PartEncoding encoding;
    private final Sample<?> sample;
    private final DiskRate disk;
    private final Least encode = new Least();
    private final Least decode = new Least();
    private final Least fewerEncode = new Least();
    private final Least fewerDecode = new Least();
    private long bytes;
    private int rounds;
    private @Nullable String failure;

    Contender(PartEncoding encoding, Sample<?> sample, DiskRate disk) {
        this.encoding = encoding;
        this.sample = sample;
        this.disk = disk;
    }

    PartEncoding encoding() {
        return encoding;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Encodes and decodes the whole sample, for its bytes; classes and native code are loaded by that. */
    void size() {
        attempt(() -> {
            long empty = sample.measure(encoding, 0).bytes();
            bytes = Math.max(0, sample.measure(encoding, sample.rows()).bytes() - empty);
        });
    }

    /** Encodes and decodes a slice, and a part of it, once more: the difference is what rows take, without what a part takes. */
    void time() {
        attempt(() -> {
            Sample.Costs fewer = sample.measure(encoding, sample.fewer());
            fewerEncode.see(fewer.encodeNanos());
            fewerDecode.see(fewer.decodeNanos());
            Sample.Costs costs = sample.measure(encoding, sample.slice());
            encode.see(costs.encodeNanos());
            decode.see(costs.decodeNanos());
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

    /** What the bytes alone take. */
    long leastScore() {
        return CandidateFigures.score(disk, bytes, 0, 0);
    }

    /** The score so far, or the greatest number where there is none. */
    long score() {
        return isMeasured()
                ? CandidateFigures.score(disk, bytes, ofAllRows(encode, fewerEncode), ofAllRows(decode, fewerDecode))
                : Long.MAX_VALUE;
    }

    CandidateFigures figures() {
        return new CandidateFigures(
                encoding.format().name(),
                encoding.compression().toString(),
                bytes,
                isMeasured() ? ofAllRows(encode, fewerEncode) : 0,
                isMeasured() ? ofAllRows(decode, fewerDecode) : 0,
                isMeasured() ? score() : 0,
                rounds,
                failure);
    }

    private boolean isMeasured() {
        return !hasFailed() && rounds > 0;
    }

    private long ofAllRows(Least slice, Least fewer) {
        long nanos = Math.max(0, slice.nanos - fewer.nanos);
        return Math.round((double) nanos * sample.rows() / (sample.slice() - sample.fewer()));
    }

    /** The least of some times: the compiler, collections and whatever else the machine does only ever add. */
    private static final class Least {

        private long nanos = Long.MAX_VALUE;

        void see(long time) {
            nanos = Math.min(nanos, time);
        }
    }
}
