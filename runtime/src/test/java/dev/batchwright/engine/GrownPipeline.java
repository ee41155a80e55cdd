package dev.batchwright.engine;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.PipelineStep;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.CacheReader;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.Configuration;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.SchemaRows;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A source, a step after it and a barrier, whose record is that of one of two times. Its steps do the same at both. */
final class GrownPipeline {

    static final String NAME = "grown";
    static final List<String> STEPS = List.of("read", "pass", "last");

    private static final int SPLITS = 2;
    private static final int ROWS = 2_500;

    /** How many rows the steps have made. */
    int calls;

    private final boolean isGrown;
    private final ColumnsSerializer rows;
    private final PipelineDefinition definition;

    private GrownPipeline(boolean isGrown, String schema) {
        this.isGrown = isGrown;
        this.rows = SchemaRows.serializer(RecordType.parse(schema));
        this.definition = PipelineDefinition.named(NAME)
                .persisted(new Manager("read", StepKind.SOURCE, "msgpack", new Read()))
                .persisted(new Manager("pass", StepKind.MAP, "object", new Pass()), "read")
                .persisted(new Manager("last", StepKind.GLOBAL, "parquet", new Last()), "pass")
                .build();
    }

    static GrownPipeline before() {
        return new GrownPipeline(false, "{id:int,text:string}");
    }

    static GrownPipeline after() {
        return new GrownPipeline(true, "{more:string?,id:long,text:string}");
    }

    List<@Nullable Object> row(long id) {
        String text = "text " + id;
        return isGrown ? Arrays.asList(null, id, text) : Arrays.asList((int) id, text);
    }

    /** The rows of a step as they have to be. */
    List<List<@Nullable Object>> expected(String step) {
        long first = step.equals("last") ? SPLITS * ROWS - 1 : 0;
        return LongStream.range(first, SPLITS * ROWS).mapToObj(this::row).toList();
    }

    static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .threads(1)
                .partBytes("1KiB")
                .checkpointInterval(Duration.ofHours(1))
                .autoFormat(RunOptions.AutoFormat.BY_SCHEMA)
                .progress(RunOptions.Progress.OFF);
    }

    RunReport run(RunOptions options, CacheFiles files) {
        return new LocalEngine(files, Standing::new).run(definition, options);
    }

    RunReport run(RunOptions options) {
        return run(options, new LocalCacheFiles());
    }

    List<List<@Nullable Object>> rows(Path cache, String step) {
        try (CacheReader reader =
                new CacheReader(cache, NAME, new LocalCacheFiles(), ShardFormats.load(), 0, 1 << 20)) {
            List<List<@Nullable Object>> read = new ArrayList<>();
            reader.dataset(step, rows).forEach(read::add);
            return read;
        }
    }

    /** A clock that stands, so that no part is closed because of it. */
    private record Standing() implements RunClock {

        @Override
        public long getAsLong() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private final class Read implements Source<List<@Nullable Object>> {

        @Override
        public List<Split> splits() {
            return LongStream.range(0, SPLITS)
                    .mapToObj(split -> Split.ofRows("split " + split, "v1", split * ROWS, ROWS))
                    .toList();
        }

        @Override
        public RowReader<List<@Nullable Object>> open(Split split, long firstRow) {
            long[] next = {split.start() + firstRow};
            return () -> {
                calls++;
                return next[0] == split.start() + split.length() ? null : row(next[0]++);
            };
        }
    }

    private final class Pass implements MapStep<List<@Nullable Object>, List<@Nullable Object>> {

        @Override
        public List<@Nullable Object> map(List<@Nullable Object> row) {
            calls++;
            return row;
        }
    }

    private final class Last implements GlobalStep<List<@Nullable Object>, List<@Nullable Object>> {

        @Override
        public void process(Dataset<List<@Nullable Object>> all, Output<List<@Nullable Object>> out) {
            calls++;
            List<@Nullable Object> last = List.of();
            for (List<@Nullable Object> row : all) {
                last = row;
            }
            out.add(last);
        }
    }

    private final class Manager extends BatchManager<List<@Nullable Object>, List<@Nullable Object>> {

        private final PipelineStep step;

        Manager(String name, StepKind kind, String format, PipelineStep step) {
            super(new StepSettings(name, kind, "", 1, 1 << 20, 1, 0, false, null, 0, format, "auto"));
            this.step = step;
        }

        @Override
        public PipelineStep step() {
            return step;
        }

        @Override
        public @Nullable ShardSerializer<List<@Nullable Object>> input() {
            return settings().kind() == StepKind.SOURCE ? null : rows;
        }

        @Override
        public ShardSerializer<List<@Nullable Object>> output() {
            return rows;
        }

        @Override
        public void configure(Configuration configuration) {
            // has none
        }
    }
}
