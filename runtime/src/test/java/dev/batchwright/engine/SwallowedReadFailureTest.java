package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Batch;
import dev.batchwright.BatchwrightException;
import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.Output;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that catches whatever goes wrong while it reads rows does not leave rows out. */
class SwallowedReadFailureTest {

    private static final int ROWS = 5_000;

    @TempDir
    Path cache;

    /** Copies what it can read. */
    private record CopyAll() implements GlobalStep<Passage, Passage> {

        @Override
        public void process(Dataset<Passage> all, Output<Passage> out) {
            try {
                all.forEach(out::add);
            } catch (RuntimeException e) {
                // as if there were no more
            }
        }
    }

    /** Copies what it can decode, row by row, of batches that are decoded when they are touched. */
    private record CopyByBatch() implements GlobalStep<Passage, Passage> {

        @Override
        public void process(Dataset<Passage> all, Output<Passage> out) {
            for (Batch<Passage> batch : all.batches(100)) {
                for (int row = 0; row < batch.size(); row++) {
                    try {
                        out.add(batch.get(row));
                    } catch (RuntimeException e) {
                        // as if it were not there
                    }
                }
            }
        }
    }

    /** Copies what it can read of sorted rows, which lie on disk, and are damaged while it reads them. */
    private record CopySorted(Path cache, AtomicInteger damaged) implements GlobalStep<Passage, Passage> {

        @Override
        public void process(Dataset<Passage> all, Output<Passage> out) {
            try {
                Iterator<Passage> sorted = all.sortedBy(Passage::id).iterator();
                out.add(sorted.next());
                damageSpilled();
                sorted.forEachRemaining(out::add);
            } catch (RuntimeException e) {
                // as if there were no more
            }
        }

        private void damageSpilled() {
            try (Stream<Path> files = Files.list(cache.resolve("spill"))) {
                for (Path file : files.toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    Arrays.fill(bytes, bytes.length / 4, bytes.length, (byte) 0x55);
                    Files.write(file, bytes);
                    damaged.incrementAndGet();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void sortedRowsThatCannotBeReadAreNotLeftOutEither() {
        CopySorted copy = new CopySorted(cache, new AtomicInteger());

        assertThatThrownBy(() -> run(StepSettings.of("copy", StepKind.GLOBAL), copy))
                .isInstanceOf(BatchwrightException.class);

        assertThat(copy.damaged()).as("files of sorted rows").hasPositiveValue();
    }

    private RunReport run(StepSettings settings, GlobalStep<Passage, Passage> copy) {
        PipelineDefinition definition = PipelineDefinition.named("copied")
                .persisted(new PassageManager(
                        StepSettings.of("read", StepKind.SOURCE).withFormat("msgpack", "none"),
                        new GraphSteps.Read(1, ROWS, 7, 100)))
                .persisted(new PassageManager(settings, copy), "read")
                .build();
        return new LocalEngine()
                .run(
                        definition,
                        RunOptions.cacheAt(cache).threads(1).memory("1MiB").progress(RunOptions.Progress.OFF));
    }

    static List<GlobalStep<Passage, Passage>> steps() {
        return List.of(new CopyAll(), new CopyByBatch());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void rowsThatCannotBeReadAreMadeAgainAndNotLeftOut(GlobalStep<Passage, Passage> copy) throws IOException {
        StepSettings settings = StepSettings.of("copy", StepKind.GLOBAL);
        assertThat(run(settings, copy).step("copy").rowsOut()).isEqualTo(ROWS);
        damageTheLastBlock();

        RunReport report = run(settings.withVersion("2"), copy);

        assertThat(report.step("copy").rowsOut()).isEqualTo(ROWS);
    }

    private void damageTheLastBlock() throws IOException {
        try (Stream<Path> files = Files.walk(cache.resolve("read"))) {
            List<Path> parts =
                    files.filter(file -> file.toString().endsWith(".msgpack")).toList();
            assertThat(parts).hasSize(1);
            byte[] bytes = Files.readAllBytes(parts.get(0));
            bytes[bytes.length * 3 / 4] ^= 0x55;
            Files.write(parts.get(0), bytes);
        }
    }
}
