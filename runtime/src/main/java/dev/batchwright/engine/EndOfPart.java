package dev.batchwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a task when a step has made the one part that was missing, at the row with which the part after it begins. Used by one thread.
 */
final class EndOfPart implements Checkpoint {

    private final long endInputRow;
    private final List<EndingReceiver<?>> inputs = new ArrayList<>();
    private @Nullable Link<?, ?> link;
    private @Nullable Emitter<?> out;

    /**
     * Makes a checkpoint.
     *
     * @param endInputRow the first row of the step's input that the next part stems from
     */
    EndOfPart(long endInputRow) {
        this.endInputRow = endInputRow;
    }

    /** Says which step makes the part. */
    void of(Emitter<?> emitter) {
        out = emitter;
    }

    /** Says by what the step takes its rows, if it takes any within the task. */
    void of(Link<?, ?> taking) {
        link = taking;
    }

    /** Gives the step no more rows than the part stems from. */
    <T> Receiver<T> ending(Receiver<T> receiver, long rows) {
        EndingReceiver<T> ending = new EndingReceiver<>(receiver, rows);
        inputs.add(ending);
        return ending;
    }

    @Override
    public void rowDone() {
        Emitter<?> emitter = out;
        if (emitter == null) {
            throw new IllegalStateException("No step makes the part");
        }
        boolean allThere = link == null
                ? emitter.position().row() >= endInputRow
                : inputs.stream().allMatch(EndingReceiver::isSatisfied);
        if (!allThere) {
            return;
        }
        if (link != null) {
            link.flush();
            link.report();
        }
        if (emitter.position().row() != endInputRow) {
            throw new PartMade(false);
        }
        emitter.endPart();
        if (!emitter.stop().mayCommit()) {
            throw new RunStopped(); // nobody may be waiting for this thread any more, nor hold the cache for it
        }
        emitter.commitPart();
        throw new PartMade(true);
    }

    /** Half of a part is none. */
    @Override
    public void commitWhole() {}
}
