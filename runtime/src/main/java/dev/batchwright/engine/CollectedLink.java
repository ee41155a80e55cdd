package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.StepKind;

/**
 * A step whose calls may be tried again or run at once: what a call makes is collected and goes on when the call has ended well and
 * all calls before it have.
 */
final class CollectedLink<I, O> extends BatchLink<I, O> {

    private final BatchCall<I, O> call;
    private final OrderedCalls<O> calls;

    CollectedLink(
            StepRuntime step,
            BatchManager<I, O> manager,
            BatchCall<I, O> call,
            OrderedCalls.Pool pool,
            int shard,
            Emitter<O> out) {
        super(step, manager, shard, out);
        this.call = call;
        this.calls = new OrderedCalls<>(pool, this::complete);
    }

    @Override
    void process(Batch<I> batch, long number, long from) {
        calls.submit(from, from + batch.size(), out -> call.call(batch, number, out));
    }

    private void complete(OrderedCalls.Ended<O> ended) {
        Throwable failure = ended.failure();
        if (failure != null) {
            throw failed(failure, ended.from(), ended.to());
        }
        timer().add(ended.nanos());
        ended.rows().forEach(out()::add);
        if (step().settings().kind() == StepKind.FILTER) {
            countFiltered(ended.to() - ended.from() - ended.rows().size());
        }
        out().boundary(ended.to());
    }

    @Override
    void flush() {
        super.flush();
        calls.drain();
    }
}
