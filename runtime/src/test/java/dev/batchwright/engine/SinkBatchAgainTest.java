package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that a sink could not write keeps its rows and its id, also where batches are smaller by then. */
class SinkBatchAgainTest {

    private static final int BATCHES = 6;
    private static final int BATCH = 10;
    private static final int BAD = 3;

    @TempDir
    Path cache;

    private final Map<Long, List<Long>> written = new TreeMap<>();
    private boolean fails = true;

    private record Read() implements Source<Passage> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("all", "v1", 0, BATCHES * BATCH));
        }

        @Override
        public RowReader<Passage> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == BATCHES * BATCH ? null : new Passage(next[0]++, "", "", new float[0]);
        }
    }

    private final class Write implements Sink<Passage> {

        @Override
        public void write(Batch<Passage> batch, BatchId id) {
            if (fails && id.batch() == BAD) {
                throw new OutOfMemoryError("as if the batch had been too large");
            }
            written.put(id.batch(), batch.stream().map(Passage::id).toList());
        }
    }

    private void run(RunOptions options) {
        PipelineDefinition definition = PipelineDefinition.named("again")
                .fused(new PassageManager(StepSettings.of("read", StepKind.SOURCE), new Read()))
                .fused(
                        new PassageManager(
                                StepSettings.of("write", StepKind.SINK)
                                        .withBatchSize(BATCH, 1 << 20)
                                        .withQuarantine(100, 1),
                                new Write()),
                        "read")
                .build();
        new LocalEngine().run(definition, options.threads(1).progress(RunOptions.Progress.OFF));
    }

    @Test
    void isWrittenAloneUnderItsId() {
        run(RunOptions.cacheAt(cache));
        fails = false;

        run(RunOptions.cacheAt(cache).rerunQuarantined(true));

        assertThat(written.get((long) BAD))
                .isEqualTo(
                        LongStream.range(BAD * BATCH, (BAD + 1) * BATCH).boxed().toList());
        assertThat(written.values().stream().flatMap(List::stream).toList())
                .isEqualTo(LongStream.range(0, BATCHES * BATCH).boxed().toList());
    }
}
