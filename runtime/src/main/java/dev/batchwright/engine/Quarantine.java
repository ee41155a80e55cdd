package dev.batchwright.engine;

import dev.batchwright.StepFailedException;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.QuarantineStore;
import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.BadRowLimits;
import dev.batchwright.generated.StepSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a step could not process and that were put aside, by this run and by those before it: how many there are, and whether
 * they are more than may be. Safe for use by several threads.
 */
final class Quarantine {

    /** A share is judged only of as many rows, or of all: of the first ten rows one may be bad, and of the rest none. */
    private static final long JUDGED_FROM = 1000;

    private final String step;
    private final BadRowLimits limits;
    private final QuarantineStore store;
    private final AtomicLong bad;
    private final LongAdder taken = new LongAdder();
    private final AtomicReference<@Nullable String> first = new AtomicReference<>();

    private Quarantine(String step, BadRowLimits limits, QuarantineStore store, long earlier) {
        this.step = step;
        this.limits = limits;
        this.store = store;
        this.bad = new AtomicLong(earlier);
    }

    /** The rows of a step that were put aside, or null where a row that it cannot process ends the run. */
    static @Nullable Quarantine of(StepSettings settings, StepStore rows, CacheDirectory cache) {
        BadRowLimits limits = settings.badRows();
        if (limits == null) {
            return null;
        }
        QuarantineStore store = cache.steps().quarantine(rows);
        return new Quarantine(settings.name(), limits, store, store.rows());
    }

    /** Refuses to take an output for whole from which rows are missing, where no row may be. */
    static void refuse(StepStore rows, CacheDirectory cache) {
        long bad = cache.steps().quarantine(rows).rows();
        if (bad > 0) {
            throw new StepFailedException(
                    String.format(
                            Locale.ROOT,
                            "Step %s says onError = FAIL, but earlier runs have put aside %,d rows that it could not process,"
                                    + " and what it has made lacks them. Run them again with"
                                    + " RunOptions.rerunQuarantined(true), or say QUARANTINE again.",
                            rows.step(),
                            bad),
                    null);
        }
    }

    /** Where they go. */
    QuarantineStore store() {
        return store;
    }

    /** Forgets the rows that were put aside beside parts of a shard, from one to before another, as these are made again. */
    void forget(int shard, int first, int end) {
        try {
            bad.addAndGet(-store.remove(shard, first, end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts rows that the step has been given, be they bad or not. */
    void countTaken(long rows) {
        taken.add(rows);
    }

    /** Counts a bad row. */
    void countBad(int shard, long position, String error) {
        bad.incrementAndGet();
        if (first.get() == null) {
            first.compareAndSet(null, "row " + position + " of shard " + shard + ": " + error);
        }
    }

    /** Whether there are too many, as far as that can be said before the end. */
    boolean isExceeded() {
        return bad.get() > limits.rows() || (taken.sum() >= JUDGED_FROM && exceedsRatio());
    }

    private boolean exceedsRatio() {
        return bad.get() > limits.ratio() * taken.sum();
    }

    /** Ends the run if there are too many, as far as that can be said before the end. */
    void check() {
        if (isExceeded()) {
            throw tooMany();
        }
    }

    /** Ends the run if there are too many. Called when the step has been given all of its rows. */
    void checkAtEnd() {
        if (bad.get() > limits.rows() || exceedsRatio()) {
            throw tooMany();
        }
    }

    private StepFailedException tooMany() {
        String known = first.get();
        String limit = bad.get() > limits.rows()
                ? "maxBadRows is " + limits.rows()
                : "maxBadRatio is " + limits.ratio() + " of the " + taken.sum() + " that it was given";
        return new StepFailedException(
                String.format(Locale.ROOT, "Step %s has put aside %,d rows, but %s. ", step, bad.get(), limit)
                        + (known == null
                                ? "All of them were put aside by earlier runs. "
                                : "The first of this run: " + known + ". ")
                        + "They are kept: the generated cache class gives them with their errors. Mend the step or its"
                        + " input, or allow more, and run again; it goes on where it ended.",
                null);
    }
}
