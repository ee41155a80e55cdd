package dev.batchwright.benchmarks.isolated;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.benchmarks.rows.Embedding;
import java.io.Serializable;
import java.util.List;
import java.util.stream.LongStream;

/** Steps over rows with 384 floats, in the process of the run and in one of their own. */
final class VectorSteps {

    /** So few are made anew; the others are the same with another number. */
    private static final int DIFFERENT = 1000;

    private VectorSteps() {}

    @Step(persist = Persist.NEVER)
    record Vectors(long count) implements Source<Embedding> {
        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("vectors", "", 0, count));
        }

        @Override
        public RowReader<Embedding> open(Split split, long firstRow) {
            List<float[]> vectors = LongStream.range(0, DIFFERENT)
                    .mapToObj(id -> Embedding.of(id).vector())
                    .toList();
            long[] next = {firstRow};
            return () -> next[0] == count ? null : new Embedding(next[0], vectors.get((int) (next[0]++ % DIFFERENT)));
        }
    }

    @Step(persist = Persist.NEVER)
    record VectorHere() implements BatchStep<Embedding, Embedding> {
        @Override
        public void process(Batch<Embedding> batch, Output<Embedding> out) {
            batch.forEach(out::add);
        }
    }

    @Step(persist = Persist.NEVER, isolated = true)
    record VectorApart() implements BatchStep<Embedding, Embedding>, Serializable {
        @Override
        public void process(Batch<Embedding> batch, Output<Embedding> out) {
            batch.forEach(out::add);
        }
    }

    @Step
    record AddUpVectors(@Resource Sum sum) implements Sink<Embedding> {
        @Override
        public void write(Batch<Embedding> batch, BatchId id) {
            batch.forEach(row -> sum.add(row.id()));
        }
    }

    @Pipeline
    @Flow({Vectors.class, VectorHere.class, AddUpVectors.class})
    interface VectorsHere {}

    @Pipeline
    @Flow({Vectors.class, VectorApart.class, AddUpVectors.class})
    interface VectorsApart {}
}
