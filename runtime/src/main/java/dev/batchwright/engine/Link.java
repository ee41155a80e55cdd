package dev.batchwright.engine;

import dev.batchwright.StepFailedException;
import dev.batchwright.cache.InputPosition;
import dev.batchwright.shard.PartFooter.Restart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step within a task: takes rows, calls the user's code, hands on what it makes. Used by one thread. */
abstract class Link<I, O> implements Receiver<I> {

    private static final int REPORT_EVERY = 128; // a power of two

    private final StepRuntime step;
    private final int shard;
    private final Emitter<O> out;
    private final CallTimer timer;
    private long rowsIn;
    private long filtered;
    private long reportedIn;
    private long reportedOut;
    private long reportedFiltered;
    private long reportedCalls;
    private long reportedNanos;
    private long reportedAllocated;
    private @Nullable Link<?, ?> upstream;
    private long restartIn;
    private long restartOut;
    private @Nullable Runnable wantsCheckpoint;

    Link(StepRuntime step, int shard, Emitter<O> out, Start start) {
        this.step = step;
        this.shard = shard;
        this.out = out;
        this.timer = new CallTimer(out);
        this.rowsIn = start.inputRow();
        this.reportedIn = start.inputRow();
        this.reportedOut = start.outputRow();
        this.restartIn = start.inputRow();
        this.restartOut = start.outputRow();
        out.progressIs(this::position);
    }

    /** Says which link makes the rows that come in, where they are not kept. */
    final void follow(Link<?, ?> unkept) {
        upstream = unkept;
    }

    /** How far the step has come. Asked between calls. */
    abstract InputPosition position();

    /** Where the links before this one would have to begin again to make the row that has just come in. */
    final List<Restart> restartsBefore() {
        return upstream == null ? List.of() : upstream.restarts();
    }

    /** Where this link and those before it would have to begin again to make the row that it makes now. */
    private List<Restart> restarts() {
        List<Restart> restarts = new ArrayList<>(restartsBeforeCall());
        restarts.add(new Restart(step.name(), restartIn, restartOut));
        return restarts;
    }

    /** The same as {@link #restartsBefore} for the first row of the present call. */
    List<Restart> restartsBeforeCall() {
        return restartsBefore();
    }

    /** Says whom to ask for a checkpoint after every call. */
    final void commitEveryCall(Runnable asked) {
        wantsCheckpoint = asked;
    }

    /** Says that a call begins with the row at a position, or that what it has made is handed on. */
    final void callBegins(long position) {
        out.callBegins();
        restartIn = position;
        restartOut = out.rows();
        if (wantsCheckpoint != null) {
            wantsCheckpoint.run(); // it comes after the row that has entered, and so after this call
        }
    }

    final StepRuntime step() {
        return step;
    }

    final int shard() {
        return shard;
    }

    final Emitter<O> out() {
        return out;
    }

    final CallTimer timer() {
        return timer;
    }

    /** Counts a row that was taken; gives its position in the shard. */
    final long countIn() {
        long position = rowsIn++;
        if ((rowsIn & (REPORT_EVERY - 1)) == 0) {
            report();
        }
        return position;
    }

    final long rowsIn() {
        return rowsIn;
    }

    final void countFiltered(long rows) {
        filtered += rows;
    }

    /** Waits for calls that are running, when the run ends early. */
    void settle() {}

    /** Calls the user's code for what is still waiting, if anything. */
    abstract void flush();

    @Override
    public final void finish(boolean lastShard) {
        flush();
        out.finish(lastShard);
        report();
        step.metrics().countShard();
    }

    /**
     * Says that the step failed, unless it is the failure of a step after it that comes through.
     *
     * @param thrown what was thrown
     * @param from the first row that the call got, as its position in the shard of the step's input
     * @param to the row after the last one
     */
    final RuntimeException failed(Throwable thrown, long from, long to) {
        Throwable e = Failures.reason(thrown, out.broken());
        RuntimeException other = Failures.notOfStep(e, out.stop().isAsked());
        if (other != null) {
            return other;
        }
        String rows = to - from == 1 ? "row " + from : "rows " + from + " to " + (to - 1);
        return new ChainFailure(new StepFailedException(
                "Step " + step.name() + " failed in shard " + shard + " at " + rows + " of its input: " + e + advice(e),
                e));
    }

    private static String advice(Throwable e) {
        return e instanceof OutOfMemoryError
                ? ". That is after everything was moved to disk that can be. Give the JVM a larger heap (-Xmx), have the step"
                        + " need less for a row, or run it in a process of its own: @Step(isolated = true, heap = …)."
                : "";
    }

    /** Adds what was counted since the last time to the counts of the step. */
    final void report() {
        long nanos = timer.nanos();
        step.metrics()
                .addRows(
                        rowsIn - reportedIn,
                        out.rows() - reportedOut,
                        filtered - reportedFiltered,
                        timer.calls() - reportedCalls);
        long allocated = timer.allocated();
        step.metrics().addStepNanos(nanos - reportedNanos);
        step.metrics().addAllocated(allocated - reportedAllocated, timer.largestAllocated());
        reportedAllocated = allocated;
        reportedIn = rowsIn;
        reportedOut = out.rows();
        reportedFiltered = filtered;
        reportedCalls = timer.calls();
        reportedNanos = nanos;
    }
}
