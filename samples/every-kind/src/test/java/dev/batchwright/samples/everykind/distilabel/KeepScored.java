package dev.batchwright.samples.everykind.distilabel;

import dev.batchwright.FilterStep;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.annotation.Column;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.importer.DistilabelSource;
import dev.batchwright.importer.ImportedRows;
import dev.batchwright.importer.ImportedRun;
import dev.batchwright.importer.ImportedStep;
import dev.batchwright.importer.Importer;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Goes on from what the step {@code score} of a pipeline of distilabel has put out. */
@Pipeline
@Flow({KeepScored.ReadScored.class, KeepScored.KeepGood.class})
public final class KeepScored {

    public record Scored(
            long id,
            @Column(name = "clean_text") String text,
            @Nullable Double score) {}

    @Step
    public record ReadScored(@Resource Path path) implements DistilabelSource<Scored> {
        @Override
        public String step() {
            return "score";
        }

        @Override
        public ShardSerializer<Scored> rows() {
            return KeepScored_ScoredShardSerializer.INSTANCE;
        }
    }

    @Step
    public record KeepGood(double least) implements FilterStep<Scored> {
        @Override
        public boolean keep(Scored row) {
            return row.score() != null && row.score() >= least;
        }
    }

    static RunReport run(Path distilabel, Path directory) {
        return KeepScoredRunner.builder()
                .readScored(new ReadScored(distilabel))
                .keepGood(new KeepGood(2.5))
                .build()
                .run(RunOptions.cacheAt(directory));
    }

    static void look(Path distilabel) throws IOException {
        Importer cache = Importer.open(distilabel);
        for (ImportedRun run : cache.runs()) {
            for (ImportedStep step : run.steps()) {
                System.out.println(run.name() + ": " + run.size(step.name()) + " rows of " + step.name());
            }
            try (ImportedRows<String> rows = run.json("score")) {
                System.out.println(rows.next());
            }
        }
        cache.problems().forEach(System.out::println);
    }
}
