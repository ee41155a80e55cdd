package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.cache.InputPosition;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.StepKind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A step whose calls may be tried again or run at once: what a call makes is collected and goes on when the call has ended well and
 * all calls before it have.
 */
final class CollectedLink<I, O> extends BatchLink<I, O> {

    private final BatchCall<I, O> call;
    private final OrderedCalls<O> calls;
    private final Deque<Taken> inFlight = new ArrayDeque<>();

    CollectedLink(
            StepRuntime step,
            BatchManager<I, O> manager,
            BatchCall<I, O> call,
            OrderedCalls.Pool pool,
            int shard,
            Emitter<O> out,
            Start start) {
        super(step, manager, shard, out, start);
        this.call = call;
        this.calls = new OrderedCalls<>(pool, out.stop(), this::complete);
    }

    @Override
    void process(Batch<I> batch, Taken taken) {
        long from = taken.from();
        inFlight.add(taken);
        calls.submit(from, from + batch.size(), out -> call.call(batch, taken.number(), out));
    }

    private void complete(OrderedCalls.Ended<O> ended) {
        boolean before = out().stop().handOn();
        try {
            handOn(ended);
        } finally {
            out().stop().handedOn(before);
        }
    }

    private void handOn(OrderedCalls.Ended<O> ended) {
        handsOn(inFlight.remove());
        Throwable failure = ended.failure();
        if (failure != null) {
            throw failed(failure, ended.from(), ended.to());
        }
        timer().add(ended.nanos());
        ended.rows().forEach(out()::add);
        out().callEnds();
        if (step().settings().kind() == StepKind.FILTER) {
            countFiltered(ended.to() - ended.from() - ended.rows().size());
        }
    }

    /** Batches that are in flight are still to come. */
    @Override
    InputPosition position() {
        Taken oldest = inFlight.peek();
        return oldest == null ? super.position() : new InputPosition(oldest.from(), oldest.number(), oldest.restarts());
    }

    @Override
    void settle() {
        if (out().isWhole()) {
            calls.drain();
        }
    }

    @Override
    void flush() {
        super.flush();
        calls.drain();
    }
}
