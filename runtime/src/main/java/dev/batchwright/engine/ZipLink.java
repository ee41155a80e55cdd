package dev.batchwright.engine;

import dev.batchwright.StepFailedException;
import dev.batchwright.ZipStep;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** A zip step: pairs the rows of two branches by their position. */
final class ZipLink<A, B, O> extends RowLink<A, O> {

    private final ZipStep<A, B, O> zip;
    private final StepMemory memory;
    private final Side<A> left;
    private final Side<B> right;
    private int openSides = 2;

    @SuppressWarnings("unchecked") // the generated manager fixes the types of both inputs
    ZipLink(
            StepRuntime step,
            ZipStep<A, B, O> zip,
            int shard,
            Emitter<O> out,
            Start start,
            StepMemory memory,
            TaskMemory task) {
        super(step, shard, out, start, task);
        this.zip = zip;
        this.memory = memory;
        this.left = new Side<>(
                (ShardSerializer<A>) Objects.requireNonNull(step.manager().input(), step.name()));
        this.right = new Side<>(
                (ShardSerializer<B>) Objects.requireNonNull(step.manager().rightInput(), step.name()));
    }

    Receiver<A> left() {
        return left;
    }

    Receiver<B> right() {
        return right;
    }

    @Override
    public void accept(A row) {
        left.accept(row);
    }

    private void pair() {
        while (!left.waiting.isEmpty() && !right.waiting.isEmpty()) {
            long position = beginRow();
            O made = zipped(left.remove(), right.remove(), position);
            out().callEnds();
            out().add(made);
        }
    }

    private O zipped(A leftRow, B rightRow, long position) {
        try {
            long began = timer().begin();
            O made = zip.zip(leftRow, rightRow);
            timer().end(began);
            return made;
        } catch (OutOfMemoryError e) {
            return again(leftRow, rightRow, position);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
    }

    private O again(A leftRow, B rightRow, long position) {
        relieve();
        try {
            return zip.zip(leftRow, rightRow);
        } catch (Throwable e) {
            throw failed(e, position, position + 1);
        }
    }

    @Override
    void flush() {
        if (!left.waiting.isEmpty() || !right.waiting.isEmpty()) {
            throw new ChainFailure(new StepFailedException(
                    "The branches that step " + step().name() + " joins do not line up in shard " + shard() + ": after "
                            + rowsIn() + " rows one of them has ended",
                    null));
        }
    }

    private final class Side<T> implements Receiver<T> {

        private final Deque<T> waiting = new ArrayDeque<>();
        private final ShardSerializer<T> serializer;
        private long rows;

        Side(ShardSerializer<T> serializer) {
            this.serializer = serializer;
        }

        @Override
        public void accept(T row) {
            memory.holdRow(serializer.sizeOf(row), shard(), rows++);
            waiting.add(row);
            pair();
        }

        T remove() {
            T row = waiting.remove();
            memory.give(serializer.sizeOf(row));
            return row;
        }

        @Override
        public void finish(boolean lastShard) {
            if (--openSides == 0) {
                ZipLink.this.finish(lastShard);
            }
        }
    }
}
