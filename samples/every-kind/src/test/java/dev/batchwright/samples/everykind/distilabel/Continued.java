package dev.batchwright.samples.everykind.distilabel;

import dev.batchwright.MapStep;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.importer.DistilabelSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline that goes on where one of distilabel has stopped. */
@Pipeline
@Flow({Continued.ReadScored.class, Continued.Weigh.class})
final class Continued {

    private Continued() {}

    record Scored(long id, String text, @Nullable Double score) {}

    record Weighed(long id, long weight) {}

    /** Its path is a resource, so that the cache may be moved. */
    @Step(persist = Persist.NEVER)
    record ReadScored(@Resource Path path, String step, long splitBytes, boolean skipsProblems)
            implements DistilabelSource<Scored> {

        @Override
        public ShardSerializer<Scored> rows() {
            return Continued_ScoredShardSerializer.INSTANCE;
        }
    }

    @Step(persist = Persist.ALWAYS)
    record Weigh() implements MapStep<Scored, Weighed> {

        @Override
        public Weighed map(Scored row) {
            return new Weighed(row.id(), row.text().length());
        }
    }

    static ReadScored source(Path cache, String step) {
        return new ReadScored(cache, step, 1L << 20, false);
    }

    static RunReport run(ReadScored source, Path folder) {
        return ContinuedRunner.builder()
                .readScored(source)
                .build()
                .run(RunOptions.cacheAt(folder).threads(2));
    }

    static List<Weighed> rows(Path folder) {
        try (ContinuedCache cache = ContinuedCache.open(folder)) {
            return cache.weigh().stream().toList();
        }
    }
}
