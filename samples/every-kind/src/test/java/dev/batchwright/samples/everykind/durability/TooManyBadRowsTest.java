package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.OnError;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run ends when more rows are bad than may be, and what it has put aside can be read all the same. */
class TooManyBadRowsTest {

    @TempDir
    Path folder;

    @Step
    record Lines(int rows) implements Source<Grain> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("lines", "v1", 0, rows));
        }

        @Override
        public RowReader<Grain> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == rows ? null : new Grain(next[0]++, 0, "line");
        }
    }

    private static void check(Grain grain, Set<Long> bad) {
        if (bad.contains(grain.id())) {
            throw new IllegalArgumentException("no sense in " + grain.id());
        }
    }

    @Step(onError = OnError.QUARANTINE, maxBadRows = 2)
    @BatchSize(8)
    record AtMostTwo(@Resource Set<Long> bad) implements BatchStep<Grain, Grain> {

        @Override
        public void process(Batch<Grain> batch, Output<Grain> out) {
            for (Grain grain : batch) {
                check(grain, bad);
                out.add(grain);
            }
        }
    }

    @Step(onError = OnError.QUARANTINE, maxBadRatio = 0.01)
    record OneInAHundred(@Resource Set<Long> bad) implements MapStep<Grain, Grain> {

        @Override
        public Grain map(Grain grain) {
            check(grain, bad);
            return grain;
        }
    }

    @Pipeline
    @Flow({Lines.class, AtMostTwo.class})
    interface Counted {}

    @Pipeline
    @Flow({Lines.class, OneInAHundred.class})
    interface Shared {}

    private RunOptions options() {
        return RunOptions.cacheAt(folder.resolve("cache")).threads(1).progress(RunOptions.Progress.OFF);
    }

    private RunReport runCounted(Set<Long> bad) {
        return TooManyBadRowsTest_CountedRunner.builder()
                .lines(new Lines(100))
                .atMostTwo(new AtMostTwo(bad))
                .build()
                .run(options());
    }

    private RunReport runShared(int rows, Set<Long> bad) {
        return TooManyBadRowsTest_SharedRunner.builder()
                .lines(new Lines(rows))
                .oneInAHundred(new OneInAHundred(bad))
                .build()
                .run(options());
    }

    private List<Long> counted() {
        try (TooManyBadRowsTest_CountedCache cache = TooManyBadRowsTest_CountedCache.open(folder.resolve("cache"))) {
            return cache.atMostTwoQuarantine().stream()
                    .map(QuarantinedRow::row)
                    .map(Grain::id)
                    .toList();
        }
    }

    @Test
    void asManyAsMayBeAreNoReasonToEnd() {
        RunReport report = runCounted(Set.of(3L, 99L));

        assertThat(report.step("at-most-two").quarantined()).isEqualTo(2);
        assertThat(report.step("at-most-two").rowsOut()).isEqualTo(98);
        assertThat(counted()).containsExactly(3L, 99L);
    }

    @Test
    void oneMoreEndsTheRunWhenItHasBeenPutAside() {
        assertThatThrownBy(() -> runCounted(Set.of(3L, 30L, 31L, 90L)))
                .hasMessageContaining("Step at-most-two has put aside 3 rows, but maxBadRows is 2")
                .hasMessageContaining("The first of this run: row 3 of shard 0:"
                        + " java.lang.IllegalArgumentException: no sense in 3")
                .hasMessageContaining("the generated cache class gives them with their errors");

        assertThat(counted()).containsExactly(3L, 30L, 31L);
    }

    @Test
    void theyAreCountedAcrossRuns() {
        assertThatThrownBy(() -> runCounted(Set.of(3L, 30L, 31L))).hasMessageContaining("has put aside 3 rows");

        assertThatThrownBy(() -> runCounted(Set.of()))
                .hasMessageContaining("has put aside 3 rows, but maxBadRows is 2")
                .hasMessageContaining("by earlier runs");
    }

    @Test
    void whatIsMadeAgainIsNotCountedTwice() throws Exception {
        runCounted(Set.of(3L, 99L));
        try (Stream<Path> parts = Files.walk(folder.resolve("cache/at-most-two"))) {
            for (Path part : parts.filter(file -> file.getFileName().toString().startsWith("00000."))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(part);
                bytes[bytes.length / 2] ^= 1;
                Files.write(part, bytes);
            }
        }

        RunReport report = TooManyBadRowsTest_CountedRunner.builder()
                .lines(new Lines(100))
                .atMostTwo(new AtMostTwo(Set.of(3L, 99L)))
                .build()
                .run(options().verify(true));

        assertThat(report.step("at-most-two").quarantined()).isEqualTo(2);
        assertThat(counted()).containsExactly(3L, 99L);
    }

    @Test
    void aShareIsJudgedInTheEndWhateverComesFirst() {
        assertThat(runShared(400, Set.of(0L, 1L, 2L, 3L))
                        .step("one-in-a-hundred")
                        .quarantined())
                .isEqualTo(4);
    }

    @Test
    void aLargerShareEndsTheRun() {
        assertThatThrownBy(() -> runShared(400, Set.of(0L, 1L, 2L, 3L, 4L)))
                .hasMessageContaining("has put aside 5 rows, but maxBadRatio is 0.01 of the 400 that it was given");
    }

    @Test
    void aHopelessRunEndsEarly() {
        Set<Long> bad = Set.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);

        assertThatThrownBy(() -> runShared(100_000, bad))
                .hasMessageContaining("has put aside 11 rows")
                .hasMessageContaining("of the 1000 that it was given");
    }
}
