package dev.batchwright.engine;

import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.StepFailedException;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Stage;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A stage that begins with a source that is one stream. */
final class StreamRun extends CutRun {

    StreamRun(RunContext context, Stage stage, OptionalLong shardRows, Runnable shardWhole) {
        super(context, stage, shardRows, shardWhole);
    }

    @Override
    boolean isReady() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // the generated manager fixes the type of the rows
    long run(CutStart start, CutOutput out, TaskMemory memory) throws Exception {
        StepRuntime step = context().step(stage().head());
        long began = System.nanoTime();
        long rows = start.row();
        try (RowReader<Object> reader =
                ((SequentialSource<Object>) step.manager().step()).open(rows)) {
            for (Object row = read(step, reader, rows, context().stop());
                    row != null;
                    row = read(step, reader, rows, context().stop())) {
                out.add(row);
                rows++;
            }
        }
        step.metrics().addStepNanos(System.nanoTime() - began - out.nanosDownstream());
        return 0;
    }

    private static @Nullable Object read(StepRuntime step, RowReader<Object> reader, long row, StopSignal stop) {
        try {
            return reader.next();
        } catch (Throwable e) {
            if (stop.isOverdue()) {
                throw new RunStopped(); // a read that would not end was interrupted, and threw whatever it throws then
            }
            throw new ChainFailure(
                    new StepFailedException("Step " + step.name() + " failed at row " + row + ": " + e, e));
        }
    }
}
