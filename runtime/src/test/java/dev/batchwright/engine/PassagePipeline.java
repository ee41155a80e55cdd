package dev.batchwright.engine;

import dev.batchwright.PipelineStep;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.CacheReader;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.Configuration;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.io.PassageSteps;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A source, two steps after it in one stage, and a barrier: made by hand, as the processor does not run here. */
final class PassagePipeline {

    static final String NAME = "passages";
    static final String KEPT = "keep-even";
    static final String RETITLED = "retitle";
    static final String COUNTED = "count";
    static final int ROWS = 40;

    final AtomicLong sourceCalls = new AtomicLong();
    private final PipelineDefinition definition;

    PassagePipeline(int splits) {
        definition = PipelineDefinition.named(NAME)
                .fused(new Manager("read", StepKind.SOURCE, "auto", new PassageSteps.Read(splits, ROWS, sourceCalls)))
                .persisted(new Manager(KEPT, StepKind.FILTER, "msgpack", new PassageSteps.KeepEven()), "read")
                .persisted(new Manager(RETITLED, StepKind.MAP, "parquet", new PassageSteps.Retitle()), KEPT)
                .persisted(new Manager(COUNTED, StepKind.GLOBAL, "object", new PassageSteps.Count()), RETITLED)
                .build();
    }

    static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .threads(1)
                .checkpointInterval(Duration.ofHours(1))
                .autoFormat(RunOptions.AutoFormat.BY_SCHEMA)
                .progress(RunOptions.Progress.OFF);
    }

    RunReport run(RunOptions options) {
        return run(options, new LocalCacheFiles());
    }

    RunReport run(RunOptions options, CacheFiles files) {
        return new LocalEngine(files, Standing::new).run(definition, options);
    }

    static List<String> rows(Path cache, String step) {
        try (CacheReader reader =
                new CacheReader(cache, NAME, new LocalCacheFiles(), ShardFormats.load(), 0, 1 << 20)) {
            return reader.dataset(step, PassageSerializer.INSTANCE).stream()
                    .map(row -> row.id() + " " + row.title())
                    .toList();
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

    private static final class Manager extends BatchManager<Passage, Passage> {

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
        public @Nullable ShardSerializer<Passage> input() {
            return settings().kind() == StepKind.SOURCE ? null : PassageSerializer.INSTANCE;
        }

        @Override
        public ShardSerializer<Passage> output() {
            return PassageSerializer.INSTANCE;
        }

        @Override
        public void configure(Configuration configuration) {
            // has none
        }
    }
}
