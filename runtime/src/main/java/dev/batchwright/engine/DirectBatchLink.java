package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.isolation.BatchCall;

/** A batch step whose rows go straight on while it makes them. */
final class DirectBatchLink<I, O> extends BatchLink<I, O> {

    private final BatchCall<I, O> call;

    DirectBatchLink(
            StepRuntime step,
            BatchManager<I, O> manager,
            BatchCall<I, O> call,
            int shard,
            Emitter<O> out,
            Start start) {
        super(step, manager, shard, out, start);
        this.call = call;
    }

    @Override
    void process(Batch<I> batch, Taken taken) {
        handsOn(taken);
        boolean before = out().stop().handOn();
        try {
            long began = timer().begin();
            call.call(batch, taken.number(), out());
            timer().end(began);
            out().callEnds();
        } catch (Throwable e) {
            throw failed(e, taken.from(), taken.from() + batch.size());
        } finally {
            out().stop().handedOn(before);
        }
    }
}
