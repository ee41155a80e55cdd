package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.plan.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fused steps of one shard: the emitters through which rows enter, and the shard writers that have to be given up if something
 * fails. Used by one thread.
 */
final class Chain implements AutoCloseable {

    private final Map<Lane, Emitter<?>> entries;
    private final Checkpoint checkpoint;
    private final TaskStop stop;
    private final List<Link<?, ?>> links;
    private final List<AutoCloseable> writers;

    Chain(
            Map<Lane, Emitter<?>> entries,
            Checkpoint checkpoint,
            TaskStop stop,
            List<Link<?, ?>> links,
            List<AutoCloseable> writers) {
        this.entries = Map.copyOf(entries);
        this.checkpoint = checkpoint;
        this.stop = stop;
        this.links = List.copyOf(links);
        this.writers = new ArrayList<>(writers);
    }

    /** The emitter of a lane whose rows come from outside the chain: a head that runs, or a lane that is read back. */
    @SuppressWarnings("unchecked") // the generated managers fix the types along each edge
    <T> Emitter<T> entry(Lane lane) {
        Emitter<?> emitter = entries.get(lane);
        if (emitter == null) {
            throw new IllegalStateException("No rows enter at " + lane);
        }
        return (Emitter<T>) emitter;
    }

    /** Says when the open parts are closed. */
    Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Ends the task since the run was asked to end: waits for the calls that are running, and commits what is whole. Does nothing if
     * the run is to end at once.
     */
    void endEarly() {
        if (!stop.mayCommit()) {
            return;
        }
        Thread.interrupted(); // it was a read that was interrupted, and files would not be written
        boolean before = stop.handOn();
        @Nullable RuntimeException failure = null;
        for (Link<?, ?> link : links) {
            try {
                link.settle();
            } catch (RunStopped e) {
                // a call that was to be tried again, and now is not
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        stop.handedOn(before);
        if (stop.mayCommit()) {
            checkpoint.commitWhole();
        }
        links.forEach(Link::report);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        BatchwrightException failure = null;
        for (AutoCloseable writer : writers) {
            failure = close(writer, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable BatchwrightException close(AutoCloseable writer, @Nullable BatchwrightException earlier) {
        try {
            writer.close();
            return earlier;
        } catch (IOException e) {
            return new BatchwrightException("A temporary file cannot be removed: " + e, e);
        } catch (Exception e) {
            return new BatchwrightException("A part cannot be given up: " + e, e);
        }
    }
}
