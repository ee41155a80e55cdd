package dev.batchwright.engine;

import dev.batchwright.Output;
import dev.batchwright.observe.AllocationMeter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls of a step of which several are in flight, while their results are taken in the order of the calls. Used by one thread. */
final class OrderedCalls<O> {

    /** Runs the calls of one step. Safe for use by several threads. */
    interface Pool {

        /** How many calls are in flight at most. */
        int limit();

        /** Runs a call, again after a pause if it fails and may be tried again, and in pieces if its bad rows are to be found. */
        <O> Future<Ended<O>> submit(long from, Call<O> call);
    }

    /** A call. */
    interface Call<O> {

        /** How many rows it is given. */
        int rows();

        /** The size of these rows. */
        long bytes();

        /** Makes it. */
        void run(Output<O> out) throws Exception;

        /** Two calls that are given its rows; none where they must stay together, or where there is but one. */
        List<Call<O>> halves();
    }

    /**
     * A row that a call was given and that the step could not process.
     *
     * @param index its place among the rows of the call
     * @param rowsBefore how many rows the call had made of those before it
     * @param failure what was thrown
     */
    record BadRow(int index, int rowsBefore, Throwable failure) {}

    /**
     * What a call left.
     *
     * @param from the first row it got
     * @param to the row after the last one
     * @param rows what it made
     * @param nanos how long it took
     * @param allocated what it has allocated, in bytes
     * @param failure what it threw, or null
     * @param bad the rows that could not be processed, where they are put aside, in order
     */
    record Ended<O>(
            long from,
            long to,
            List<O> rows,
            long nanos,
            long allocated,
            @Nullable Throwable failure,
            List<BadRow> bad) {

        /** Runs a call to its end. */
        static <O> Ended<O> of(long from, Call<O> call) {
            List<O> rows = new ArrayList<>();
            long began = System.nanoTime();
            long allocated = AllocationMeter.bytes();
            Throwable failure = null;
            try {
                call.run(rows::add);
            } catch (Throwable e) {
                failure = e;
            }
            return new Ended<>(
                    from,
                    from + call.rows(),
                    rows,
                    System.nanoTime() - began,
                    AllocationMeter.bytes() - allocated,
                    failure,
                    List.of());
        }
    }

    private final Pool pool;
    private final TaskStop stop;
    private final Consumer<Ended<O>> completed;
    private final Deque<Future<Ended<O>>> inFlight = new ArrayDeque<>();

    OrderedCalls(Pool pool, TaskStop stop, Consumer<Ended<O>> completed) {
        this.stop = stop;
        this.pool = pool;
        this.completed = completed;
    }

    void submit(long from, Call<O> call) {
        if (inFlight.size() == pool.limit()) {
            takeOldest();
        }
        inFlight.add(pool.submit(from, call));
    }

    void drain() {
        while (!inFlight.isEmpty()) {
            takeOldest();
        }
    }

    /** Waits for the calls that are left, and forgets what they make: a task that begins again makes no call that is still running. */
    void awaitAll() {
        while (!inFlight.isEmpty()) {
            try {
                inFlight.remove().get();
            } catch (InterruptedException e) {
                throw new RunStopped();
            } catch (ExecutionException e) {
                // it has ended, which is all that matters
            }
        }
    }

    private void takeOldest() {
        stop.beforeCall();
        try {
            completed.accept(inFlight.remove().get());
        } catch (InterruptedException e) {
            if (stop.isAsked()) {
                throw new RunStopped();
            }
            throw new IllegalStateException("A thread that waited for a call was interrupted from outside", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RunStopped stopped
                    ? stopped
                    : new IllegalStateException("A call ended without a result", e.getCause());
        }
    }
}
