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
    private final Emitter<O> entry;
    private final CallTimer timer;
    private long rows;
    private long reported;
    private long reportedNanos;

    /**
     * Makes a feed.
     *
     * @param limit how many rows to read at most
     */
    SourceFeed(StepRuntime step, int shard, RowReader<O> reader, long limit, Emitter<O> entry) {
        this.step = step;
        this.shard = shard;
        this.reader = reader;
        this.limit = limit;
        this.entry = entry;
        this.timer = new CallTimer(entry);
    }

    @Override
    public boolean advance() {
        for (int i = 0; i < TURN; i++) {
            O row = rows < limit ? read() : null;
            if (row == null) {
                entry.finish(rows, false);
                report();
                step.metrics().countShard();
                return false;
            }
            rows++;
            entry.add(row);
            entry.boundary(rows);
        }
        report();
        return true;
    }

    private @Nullable O read() {
        try {
            long began = timer.begin();
            O row = reader.next();
            timer.end(began);
            return row;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStopped();
        } catch (Throwable e) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + step.name() + " failed in shard " + shard + " at row " + rows + ": " + e, e));
        }
    }

    private void report() {
        long nanos = timer.nanos();
        step.metrics().addRows(0, rows - reported, 0, rows - reported);
        step.metrics().addStepNanos(nanos - reportedNanos);
        reported = rows;
        reportedNanos = nanos;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
