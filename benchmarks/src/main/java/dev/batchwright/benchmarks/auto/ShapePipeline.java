package dev.batchwright.benchmarks.auto;

import dev.batchwright.PipelineStep;
import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.Configuration;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A pipeline of one source whose rows are kept: what generated code says of such a step, for rows of any shape. */
final class ShapePipeline<T> extends BatchManager<Void, T> {

    static final String STEP = "rows";

    private final RowShape<T> shape;
    private final Rows<T> source;

    private ShapePipeline(RowShape<T> shape, Rows<T> source) {
        super(StepSettings.of(STEP, StepKind.SEQUENTIAL_SOURCE));
        this.shape = shape;
        this.source = source;
    }

    /** A pipeline that keeps so many bytes of rows. */
    static <T> PipelineDefinition of(RowShape<T> shape, Path corpus, long bytes) {
        return PipelineDefinition.named("shape")
                .persisted(new ShapePipeline<>(shape, new Rows<>(shape, corpus, bytes)))
                .build();
    }

    @Override
    public PipelineStep step() {
        return source;
    }

    @Override
    public @Nullable ShardSerializer<Void> input() {
        return null;
    }

    @Override
    public ShardSerializer<T> output() {
        return shape.serializer();
    }

    @Override
    public void configure(Configuration configuration) {}

    /** Rows until they have so many bytes. */
    private record Rows<T>(RowShape<T> shape, Path corpus, long bytes) implements SequentialSource<T> {

        @Override
        public RowReader<T> open(long firstRow) throws Exception {
            LongFunction<T> values = shape.values().open(corpus);
            long[] next = {0};
            long[] left = {bytes};
            return () -> {
                if (left[0] <= 0) {
                    return null;
                }
                T row = values.apply(next[0]++);
                left[0] -= shape.serializer().sizeOf(row);
                return row;
            };
        }
    }
}
