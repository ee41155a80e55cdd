package dev.batchwright.engine;

import dev.batchwright.IsolatedStepException;
import dev.batchwright.StepFailedException;
import dev.batchwright.engine.OrderedCalls.BadRow;
import dev.batchwright.engine.OrderedCalls.Call;
import dev.batchwright.engine.OrderedCalls.Ended;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Halves a call that has failed, and halves again what fails of it, until the rows that fail stand alone. What the others make comes in
 * their order. A call that cannot be halved is bad as a whole. Used by one thread.
 */
final class Bisection<O> {

    /** Makes calls. */
    interface Tries {

        /** Makes a call with some of the rows of one that has failed; with a single row as often as any call may be tried. */
        <O> Ended<O> piece(long from, Call<O> call);

        /** Whether rows that fail alone are put aside; else the first of them is the failure of all. */
        boolean putsAside();

        /** Says that there was too little memory for a call, and enough for each half of it: so it was not for one of its rows. */
        void fitsInHalves(Call<?> call);
    }

    private final Tries tries;
    private final StopSignal stop;
    private final long first;
    private final List<O> rows = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private long nanos;
    private long allocated;
    private @Nullable Throwable fatal;
    private long failedFrom;
    private long failedTo;

    private Bisection(Tries tries, StopSignal stop, long first) {
        this.tries = tries;
        this.stop = stop;
        this.first = first;
    }

    /** What a call has left that has failed for good: with its bad rows named, or as it is where it failed for no row's sake. */
    static <O> Ended<O> of(Ended<O> failed, Call<O> call, Tries tries, StopSignal stop) {
        Bisection<O> bisection = new Bisection<>(tries, stop, failed.from());
        bisection.nanos = failed.nanos();
        bisection.allocated = failed.allocated();
        Call<O> tooLarge = bisection.split(failed.from(), call, failed.failure());
        if (tooLarge != null) {
            tries.fitsInHalves(tooLarge);
        }
        boolean isFatal = bisection.fatal != null;
        return new Ended<>(
                isFatal ? bisection.failedFrom : failed.from(),
                isFatal ? bisection.failedTo : failed.to(),
                bisection.rows,
                bisection.nanos,
                bisection.allocated,
                bisection.fatal,
                bisection.bad);
    }

    /**
     * Splits a call that has failed. Gives the smallest piece for which there was too little memory while its halves fit; none where it may
     * be a single row that is too large, as the others fit without it.
     */
    private @Nullable Call<O> split(long from, Call<O> call, @Nullable Throwable failure) {
        if (failure == null || !mayBeSplit(failure)) {
            fail(from, call, failure);
            return null;
        }
        List<Call<O>> halves = call.halves();
        if (halves.isEmpty()) {
            if (!tries.putsAside()) {
                fail(from, call, failure);
                return null;
            }
            for (int row = 0; row < call.rows(); row++) {
                bad.add(new BadRow((int) (from - first) + row, rows.size(), failure));
            }
            return null;
        }
        int fit = 0;
        Call<O> tooLarge = null;
        long next = from;
        for (Call<O> half : halves) {
            stop.check();
            Ended<O> ended = tries.piece(next, half);
            nanos += ended.nanos();
            allocated += ended.allocated();
            if (ended.failure() == null) {
                rows.addAll(ended.rows());
                fit++;
            } else {
                tooLarge = smaller(tooLarge, split(next, half, ended.failure()));
            }
            if (fatal != null) {
                return null;
            }
            next += half.rows();
        }
        if (fit == halves.size()) {
            return isOfMemory(failure) ? call : null;
        }
        return fit == 0 ? tooLarge : null;
    }

    private static <O> @Nullable Call<O> smaller(@Nullable Call<O> one, @Nullable Call<O> other) {
        return one == null || (other != null && other.rows() < one.rows()) ? other : one;
    }

    private void fail(long from, Call<O> call, @Nullable Throwable failure) {
        failedFrom = from;
        failedTo = from + call.rows();
        fatal = failure;
    }

    private boolean mayBeSplit(Throwable failure) {
        return isOfSize(failure) || (tries.putsAside() && isOfRow(failure));
    }

    /** Whether fewer rows in a call may help, whatever the rows are. */
    static boolean isOfSize(Throwable failure) {
        return failure instanceof OutOfMemoryError || failure instanceof IsolatedStepException;
    }

    /** Whether there was too little memory, here or in the process of a step. */
    static boolean isOfMemory(@Nullable Throwable failure) {
        return failure instanceof OutOfMemoryError
                || (failure instanceof IsolatedStepException death && death.isOutOfMemory());
    }

    /**
     * A row may be nested too deeply; all other errors are of the machine or of the program. So is a step that cannot be opened, which is
     * the only one to fail with an exception of ours of that kind.
     */
    private static boolean isOfRow(Throwable failure) {
        return (failure instanceof Exception && !Failures.isStop(failure) && !(failure instanceof StepFailedException))
                || failure instanceof StackOverflowError;
    }
}
