package dev.batchwright.benchmarks.auto;

import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.benchmarks.rows.RowShapes;
import dev.batchwright.generated.PipelineEngine;
import java.io.IOException;
import java.nio.file.Path;

/** Lets a run choose the format of rows, in a JVM that has not seen any yet: {@code SHAPE CORPUS CACHE}. */
final class ChoiceWork {

    /** More than a trial looks at. */
    private static final long BYTES = 16 << 20;

    private ChoiceWork() {}

    public static void main(String[] args) throws IOException {
        RunOptions options = RunOptions.cacheAt(Path.of(args[2])).threads(1).progress(Progress.OFF);
        PipelineEngine.load().run(ShapePipeline.of(shape(args[0]), Path.of(args[1]), BYTES), options);
    }

    static RowShape<?> shape(String name) {
        return RowShapes.ofChoice().stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no shape " + name + ". Those that are there: "
                        + String.join(
                                ", ",
                                RowShapes.ofChoice().stream()
                                        .map(RowShape::name)
                                        .toList())));
    }
}
