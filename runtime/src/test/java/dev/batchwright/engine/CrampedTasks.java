package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.PipelineStep;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.cache.CacheReader;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Two tasks that do not fit into the budget together: the older one sits in the call of a sink with a large row until the younger one,
 * which has come to a large row as well, has given up what it held.
 */
final class CrampedTasks {

    static final String KEPT = "change";
    static final String BUDGET = "8MiB";
    private static final String NAME = "cramped";
    private static final long ROWS = 30;
    private static final long YOUNGER_LARGE = ROWS + 20;
    private static final int LARGE_CHARACTERS = 5 << 19; // two bytes each
    private static final long DEADLINE_SECONDS = 60;

    private final CountDownLatch olderHolds = new CountDownLatch(1);
    private final CountDownLatch youngerEnded = new CountDownLatch(1);
    private final Map<BatchId, List<Long>> sunk = new ConcurrentHashMap<>();
    private final PipelineDefinition definition;

    /**
     * Makes the pipeline.
     *
     * @param kind the kind of the step whose rows are kept
     * @param step makes each row of one
     */
    CrampedTasks(StepKind kind, PipelineStep step) {
        definition = PipelineDefinition.named(NAME)
                .fused(new PassageManager(StepSettings.of("read", StepKind.SOURCE), new Read()))
                .persisted(new PassageManager(StepSettings.of(KEPT, kind).withFormat("msgpack", "none"), step), "read")
                .fused(
                        new PassageManager(
                                StepSettings.of("take", StepKind.SINK).withBatchSize(2, 1 << 20), new Take()),
                        KEPT)
                .build();
    }

    RunReport run(Path cache) {
        return new LocalEngine()
                .run(
                        definition,
                        RunOptions.cacheAt(cache)
                                .memory(BUDGET)
                                .threads(2)
                                .progress(RunOptions.Progress.OFF)
                                .autoFormat(RunOptions.AutoFormat.BY_SCHEMA));
    }

    /** The rows that there should be. */
    static List<Long> all() {
        return LongStream.range(0, 2 * ROWS).boxed().toList();
    }

    /** What the sink was given, a batch that came twice once. */
    List<Long> sunk() {
        return sunk.values().stream().flatMap(List::stream).sorted().toList();
    }

    static List<Long> kept(Path cache) {
        try (CacheReader reader =
                new CacheReader(cache, NAME, new LocalCacheFiles(), ShardFormats.load(), 0, 1 << 20)) {
            return reader.dataset(KEPT, PassageSerializer.INSTANCE).stream()
                    .map(Passage::id)
                    .toList();
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The other task has not come so far");
        }
    }

    private final class Read implements Source<Passage> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("older", "v1", 0, ROWS), Split.ofRows("younger", "v1", ROWS, ROWS));
        }

        @Override
        public RowReader<Passage> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return new RowReader<>() {
                @Override
                public @Nullable Passage next() throws Exception {
                    if (next[0] == YOUNGER_LARGE) {
                        await(olderHolds);
                    }
                    return next[0] == end ? null : row(next[0]++);
                }

                @Override
                public void close() throws IOException {
                    if (next[0] > ROWS) {
                        youngerEnded.countDown();
                    }
                }
            };
        }

        private static Passage row(long id) {
            boolean isLarge = id == 0 || id == YOUNGER_LARGE;
            return new Passage(id, "", isLarge ? "x".repeat(LARGE_CHARACTERS) : "", new float[0]);
        }
    }

    private final class Take implements Sink<Passage> {

        @Override
        public void write(Batch<Passage> batch, BatchId id) throws Exception {
            sunk.put(id, batch.stream().map(Passage::id).toList());
            if (batch.get(0).id() == 0) {
                olderHolds.countDown();
                await(youngerEnded);
            }
        }
    }
}
