package dev.batchwright.engine;

import dev.batchwright.StepFailedException;
import dev.batchwright.ZipStep;
import java.util.ArrayDeque;
import java.util.Deque;

/** A zip step: pairs the rows of two branches by their position. */
final class ZipLink<A, B, O> extends RowLink<A, O> {

    private final ZipStep<A, B, O> zip;
    private final Deque<A> left = new ArrayDeque<>();
    private final Deque<B> right = new ArrayDeque<>();
    private int openSides = 2;

    ZipLink(StepRuntime step, ZipStep<A, B, O> zip, int shard, Emitter<O> out, Start start) {
        super(step, shard, out, start);
        this.zip = zip;
    }

    Receiver<A> left() {
        return new Side<>(left);
    }

    Receiver<B> right() {
        return new Side<>(right);
    }

    @Override
    public void accept(A row) {
        left.add(row);
        pair();
    }

    private void pair() {
        while (!left.isEmpty() && !right.isEmpty()) {
            long position = beginRow();
            O made;
            try {
                long began = timer().begin();
                made = zip.zip(left.remove(), right.remove());
                timer().end(began);
            } catch (Throwable e) {
                throw failed(e, position, position + 1);
            }
            out().callEnds();
            out().add(made);
        }
    }

    @Override
    void flush() {
        if (!left.isEmpty() || !right.isEmpty()) {
            throw new ChainFailure(new StepFailedException(
                    "The branches that step " + step().name() + " joins do not line up in shard " + shard() + ": after "
                            + rowsIn() + " rows one of them has ended",
                    null));
        }
    }

    private final class Side<T> implements Receiver<T> {

        private final Deque<T> waiting;

        Side(Deque<T> waiting) {
            this.waiting = waiting;
        }

        @Override
        public void accept(T row) {
            waiting.add(row);
            pair();
        }

        @Override
        public void finish(boolean lastShard) {
            if (--openSides == 0) {
                ZipLink.this.finish(lastShard);
            }
        }
    }
}
