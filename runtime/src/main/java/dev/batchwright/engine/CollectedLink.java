package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.cache.InputPosition;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.StepKind;
import dev.batchwright.isolation.BatchCall;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step whose calls may be tried again or run at once, or whose bad rows are put aside: what a call makes is collected and goes on when
 * the call has ended well and all calls before it have.
 */
class CollectedLink<I, O> extends BatchLink<I, O> {

    private final BatchManager<I, O> manager;
    private final BatchCall<I, O> call;
    private final OrderedCalls<O> calls;
    private final @Nullable ShardQuarantine<I> quarantine;
    private final Deque<InFlight<I>> inFlight = new ArrayDeque<>();

    private record InFlight<I>(Taken taken, Batch<I> batch) {}

    CollectedLink(
            StepRuntime step,
            BatchManager<I, O> manager,
            BatchCall<I, O> call,
            OrderedCalls.Pool pool,
            @Nullable ShardQuarantine<I> quarantine,
            int shard,
            Emitter<O> out,
            Start start,
            StepMemory memory) {
        super(step, manager, shard, out, start, memory);
        this.manager = manager;
        this.call = call;
        this.quarantine = quarantine;
        this.calls = new OrderedCalls<>(pool, out.stop(), this::complete);
    }

    @Override
    final void process(Batch<I> batch, Taken taken) {
        inFlight.add(new InFlight<>(taken, batch));
        calls.submit(taken.from(), new RowsCall<>(manager, call, batch, taken.number()));
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
        InFlight<I> call = inFlight.remove();
        handsOn(call.taken());
        Throwable failure = ended.failure();
        if (failure != null) {
            throw failed(failure, ended.from(), ended.to());
        }
        timer().add(ended.nanos(), ended.allocated());
        long rowsBefore = out().rows();
        long bytes = sizeOf(ended.rows());
        memory().hold(bytes);
        ended.rows().forEach(out()::add);
        memory().give(bytes);
        if (quarantine != null) {
            putAside(ended, call, rowsBefore, quarantine);
        }
        out().callEnds();
        done(call.batch());
        if (step().settings().kind() == StepKind.FILTER) {
            countFiltered(ended.to()
                    - ended.from()
                    - ended.rows().size()
                    - ended.bad().size());
        }
    }

    private long sizeOf(List<O> rows) {
        ShardSerializer<O> serializer = manager.output();
        return serializer == null
                ? 0
                : rows.stream().mapToLong(serializer::sizeOf).sum();
    }

    private void putAside(OrderedCalls.Ended<O> ended, InFlight<I> call, long rowsBefore, ShardQuarantine<I> aside) {
        for (OrderedCalls.BadRow bad : ended.bad()) {
            aside.putAside(
                    call.batch().get(bad.index()),
                    ended.from() + bad.index(),
                    call.taken().number(),
                    rowsBefore + bad.rowsBefore(),
                    bad.failure());
        }
        step().metrics().addQuarantined(ended.bad().size());
        aside.taken(ended.to() - ended.from());
    }

    /** Batches that are in flight are still to come. */
    @Override
    InputPosition position() {
        InFlight<I> oldest = inFlight.peek();
        return oldest == null
                ? super.position()
                : new InputPosition(
                        oldest.taken().from(),
                        oldest.taken().number(),
                        oldest.taken().restarts());
    }

    final boolean isIdle() {
        return inFlight.isEmpty();
    }

    /** Waits for the calls that are in flight, and hands on what they make. */
    final void drain() {
        calls.drain();
    }

    /** Says how many rows the step has dealt with, where bad ones are put aside. */
    final void countTaken(long rows) {
        if (quarantine != null) {
            quarantine.taken(rows);
        }
    }

    @Override
    void settle() {
        try {
            if (out().isWhole()) {
                calls.drain();
            }
        } finally {
            calls.awaitAll();
        }
    }

    @Override
    void flush() {
        super.flush();
        calls.drain();
    }
}
