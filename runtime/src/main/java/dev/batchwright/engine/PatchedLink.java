package dev.batchwright.engine;

import dev.batchwright.StepFailedException;
import dev.batchwright.cache.InputPosition;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.StepKind;
import dev.batchwright.isolation.BatchCall;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartFooter.Restart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that is called only with rows that it had put aside. What an earlier output has of the others is handed on in its place. Behind
 * the last row that the earlier output had come to, it is a step like others.
 */
final class PatchedLink<I, O> extends CollectedLink<I, O> {

    private final ShardBasis<O> basis;
    private long passed;
    private List<Restart> restartsOfStretch = List.of();

    PatchedLink(
            StepRuntime step,
            BatchManager<I, O> manager,
            BatchCall<I, O> call,
            OrderedCalls.Pool pool,
            @Nullable ShardQuarantine<I> quarantine,
            ShardBasis<O> basis,
            int shard,
            Emitter<O> out,
            Start start,
            StepMemory memory) {
        super(step, manager, call, pool, quarantine, shard, out, start, memory);
        this.basis = basis;
        this.passed = start.inputRow();
    }

    @Override
    public void accept(I row) {
        long place = countIn();
        if (place >= basis.end()) {
            gather(row);
            return;
        }
        if (place == passed) {
            restartsOfStretch = restartsBefore();
        }
        ShardBasis.Bad bad = basis.badAt(place);
        PartFooter ending = basis.endsBefore(place + 1);
        if (bad != null) {
            runAgain(row, place, bad);
        } else if (ending != null) {
            handOnKept(place + 1, ending.endRow(), ending.batches());
        }
    }

    private void runAgain(I row, long place, ShardBasis.Bad bad) {
        if (place == bad.from()) {
            handOnKept(bad.from(), bad.rowsBefore(), bad.batch());
            gatherTogether(Math.toIntExact(bad.to() - bad.from()));
        }
        gather(row);
        if (place + 1 == bad.to()) {
            takeWhatThereIs();
            passed = bad.to();
        }
    }

    /** Hands on what was made of the rows up to a place. */
    private void handOnKept(long place, long rowsThere, long batch) {
        if (place > passed) {
            drain(); // what is called for rows before comes first
            boolean before = out().stop().handOn();
            try {
                callBegins(passed);
                handOnRows(place, rowsThere);
                out().callEnds();
            } finally {
                out().stop().handedOn(before);
            }
            countTaken(place - passed);
            passed = place;
        }
        skipTo(place, batch);
    }

    private void handOnRows(long place, long rowsThere) {
        long rows = basis.rowsTo(rowsThere);
        for (long i = 0; i < rows; i++) {
            out().add(basis.nextRow());
        }
        step().metrics().addReusedRows(rows);
        if (step().settings().kind() == StepKind.FILTER) {
            countFiltered(place - passed - rows);
        }
    }

    /** Of rows that have come since the last place at which it is known what was made of them, nothing is made yet. */
    @Override
    InputPosition position() {
        boolean isWithinStretch = rowsIn() > passed && passed < basis.end() && isIdle();
        return isWithinStretch ? new InputPosition(passed, batches(), restartsOfStretch) : super.position();
    }

    @Override
    void flush() {
        if (rowsIn() > passed && passed < basis.end()) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + step().name() + " is given fewer rows in shard " + shard()
                            + " than when it has put rows aside, so that those it has made of the others cannot be told"
                            + " apart. Give the step another version, to compute all of its rows again.",
                    null));
        }
        super.flush();
    }
}
