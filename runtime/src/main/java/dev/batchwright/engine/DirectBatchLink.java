package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.StepKind;
import dev.batchwright.isolation.BatchCall;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.memory.TaskMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch step whose rows go on when it has made those of a batch, or while it does so where they are many. A call that the heap is too
 * small for is made again with half of the rows.
 */
final class DirectBatchLink<I, O> extends BatchLink<I, O> {

    private final BatchManager<I, O> manager;
    private final BatchCall<I, O> call;
    private final TaskMemory task;

    DirectBatchLink(
            StepRuntime step,
            BatchManager<I, O> manager,
            BatchCall<I, O> call,
            int shard,
            Emitter<O> out,
            Start start,
            StepMemory memory,
            TaskMemory task) {
        super(step, manager, shard, out, start, memory);
        this.manager = manager;
        this.call = call;
        this.task = task;
    }

    @Override
    void process(Batch<I> batch, Taken taken) {
        handsOn(taken);
        boolean before = out().stop().handOn();
        try {
            Made<I> made = call(batch, taken.number());
            if (made.tooLarge() != null) {
                step().memory()
                        .wasTooLarge(made.tooLarge().size(), made.tooLarge().bytes());
            }
            out().callEnds();
        } catch (Throwable e) {
            throw failed(e, taken.from(), taken.from() + batch.size());
        } finally {
            out().stop().handedOn(before);
        }
        done(batch);
    }

    /**
     * How a call was made.
     *
     * @param whole whether it took no pieces
     * @param tooLarge the smallest piece that was too large while its halves fit; null where it may be a single row that is too large, as the
     *     others fit without it
     */
    private record Made<I>(boolean whole, @Nullable Batch<I> tooLarge) {}

    private Made<I> call(Batch<I> batch, long number) throws Exception {
        HeldRows<O> made = new HeldRows<>(out(), memory(), manager.output());
        OutOfMemoryError failure = tried(batch, number, made);
        if (failure == null) {
            made.handOn();
            return new Made<>(true, null);
        }
        if (manager.settings().kind() == StepKind.SINK) {
            throw failure; // its batch has an id, and later runs cut it in the same way
        }
        if (!made.canForget()) {
            step().memory().wasTooLarge(batch.size(), batch.bytes());
            throw failure; // rows have gone on
        }
        made.forget();
        task.relieve(step().name());
        return again(batch, number);
    }

    private Made<I> again(Batch<I> batch, long number) throws Exception {
        step().metrics().countRetry();
        if (batch.size() == 1) {
            HeldRows<O> made = new HeldRows<>(out(), memory(), manager.output());
            make(batch, number, made);
            made.handOn();
            return new Made<>(true, null);
        }
        out().stop().beforeCall(); // a run that is to end at once does not wait for all of the pieces
        List<Batch<I>> halves = RowsCall.halves(manager, batch);
        Made<I> first = call(halves.get(0), number);
        Made<I> second = call(halves.get(1), number);
        if (first.whole() && second.whole()) {
            return new Made<>(false, batch);
        }
        return new Made<>(false, first.whole() || second.whole() ? null : smaller(first.tooLarge(), second.tooLarge()));
    }

    private static <I> @Nullable Batch<I> smaller(@Nullable Batch<I> one, @Nullable Batch<I> other) {
        return one == null || (other != null && other.size() < one.size()) ? other : one;
    }

    /** Makes a call; what is thrown where the heap is too small for it is given, and null where it is not. */
    private @Nullable OutOfMemoryError tried(Batch<I> batch, long number, HeldRows<O> made) throws Exception {
        try {
            make(batch, number, made);
            return null;
        } catch (OutOfMemoryError e) {
            made.check(); // where the heap was exhausted by those who took a row, fewer rows in a call do not help
            return e;
        }
    }

    private void make(Batch<I> batch, long number, HeldRows<O> made) throws Exception {
        long began = timer().begin();
        try {
            call.call(batch, number, made);
        } catch (Exception e) {
            made.check();
            throw e;
        }
        timer().end(began);
    }
}
