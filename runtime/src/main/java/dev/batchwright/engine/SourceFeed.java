package dev.batchwright.engine;

import dev.batchwright.RowReader;
import dev.batchwright.StepFailedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a shard of a source. */
final class SourceFeed<O> implements Feed {

    private final StepRuntime step;
    private final int shard;
    private final RowReader<O> reader;
    private final long limit;
    private final Chain chain;
    private final Emitter<O> entry;
    private final CallTimer timer;
    private long reported;
    private long reportedNanos;
    private long reportedAllocated;

    /**
     * Makes a feed.
     *
     * @param reader stands at the row that the entry begins with
     * @param limit how many rows the shard has at most
     */
    SourceFeed(StepRuntime step, int shard, RowReader<O> reader, long limit, Chain chain, Emitter<O> entry) {
        this.step = step;
        this.shard = shard;
        this.reader = reader;
        this.limit = limit;
        this.chain = chain;
        this.entry = entry;
        this.timer = new CallTimer(entry);
        this.reported = entry.rows();
    }

    @Override
    public boolean advance() {
        try {
            return readSome();
        } finally {
            report();
        }
    }

    private boolean readSome() {
        for (int i = 0; i < TURN; i++) {
            O row = entry.rows() < limit ? read() : null;
            if (row == null) {
                entry.finish(false);
                step.metrics().countShard();
                return false;
            }
            entry.add(row);
            chain.checkpoint().rowDone();
        }
        return true;
    }

    private @Nullable O read() {
        try {
            long began = timer.begin();
            O row = reader.next();
            timer.end(began);
            return row;
        } catch (Throwable e) {
            entry.stop().beforeCall(); // a read that would not end was interrupted, and threw whatever it throws then
            throw new ChainFailure(new StepFailedException(
                    "Step " + step.name() + " failed in shard " + shard + " at row " + entry.rows() + ": " + e, e));
        }
    }

    private void report() {
        long nanos = timer.nanos();
        long rows = entry.rows();
        step.metrics().addRows(0, rows - reported, 0, rows - reported);
        long allocated = timer.allocated();
        step.metrics().addStepNanos(nanos - reportedNanos);
        step.metrics().addAllocated(allocated - reportedAllocated, timer.largestAllocated());
        reportedAllocated = allocated;
        reported = rows;
        reportedNanos = nanos;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
