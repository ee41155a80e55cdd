package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that is missing between others is made by a task that ends in the middle of its rows. */
class MendedPartTest {

    private static final String KEPT = "change";

    @TempDir
    Path cache;

    private final PipelineDefinition definition = PipelineDefinition.named("mended")
            .fused(new PassageManager(StepSettings.of("read", StepKind.SOURCE), new GraphSteps.Read(1, 100, 7, 3_000)))
            .fused(
                    new PassageManager(
                            StepSettings.of("each", StepKind.ALIGNED_BATCH).withBatchSize(7, 1 << 20),
                            new GraphSteps.ChangeEach(1)),
                    "read")
            .fused(
                    new PassageManager(
                            StepSettings.of("each-again", StepKind.ALIGNED_BATCH)
                                    .withBatchSize(5, 1 << 20),
                            new GraphSteps.ChangeEach(3)),
                    "each")
            .persisted(
                    new PassageManager(
                            StepSettings.of(KEPT, StepKind.BATCH)
                                    .withBatchSize(10, 1 << 20)
                                    .withCheckpointAfterEveryBatch()
                                    .withFormat("msgpack", "none"),
                            new GraphSteps.ChangeAll(2)),
                    "each-again")
            .build();

    private RunReport run() {
        return new LocalEngine()
                .run(definition, RunOptions.cacheAt(cache).threads(1).progress(RunOptions.Progress.OFF));
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(cache.resolve(KEPT))) {
            return files.filter(file -> file.toString().endsWith(".msgpack"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void leavesNoBytesBehind() throws IOException {
        run();
        List<Path> parts = parts();
        assertThat(parts).hasSizeGreaterThan(4);
        byte[] before = Files.readAllBytes(parts.get(1));
        Files.delete(parts.get(1));
        Files.delete(parts.get(3));

        RunReport report = run();

        assertThat(parts()).isEqualTo(parts);
        assertThat(report.step(KEPT).rowsReused()).isPositive();
        assertThat(Files.readAllBytes(parts.get(1))).hasSameSizeAs(before);
        assertThat(report.memory().forgottenBytes()).isZero();
    }
}
