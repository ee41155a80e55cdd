package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.StepContext;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.io.JsonLinesSink;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sinks that write directories, under the workers of the engine. */
class SinkDirectoryTest {

    record Line(long id) {}

    @Step(persist = Persist.NEVER)
    record MakeLines(int rows) implements Source<Line> {

        @Override
        public List<Split> splits() {
            return IntStream.range(0, 8)
                    .mapToObj(split -> Split.ofRows("split " + split, "v1", (long) split * rows, rows))
                    .toList();
        }

        @Override
        public RowReader<Line> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> next[0] == end ? null : new Line(next[0]++);
        }
    }

    @Step(concurrency = 3)
    @BatchSize(4)
    record WriteLines(Path directory, @Resource Queue<Integer> workers) implements JsonLinesSink<Line> {

        @Override
        public void open(StepContext context) throws Exception {
            workers.add(context.worker());
            JsonLinesSink.super.open(context);
        }

        @Override
        public ShardSerializer<Line> rows() {
            return SinkDirectoryTest_LineShardSerializer.INSTANCE;
        }
    }

    @Step
    @BatchSize(4)
    record WriteAlone(Path directory) implements JsonLinesSink<Line> {

        @Override
        public ShardSerializer<Line> rows() {
            return SinkDirectoryTest_LineShardSerializer.INSTANCE;
        }
    }

    @Pipeline
    @Flow({MakeLines.class, WriteLines.class})
    interface WrittenTogether {}

    @Pipeline
    @Flow({MakeLines.class, WriteAlone.class})
    interface WrittenAlone {}

    @TempDir
    Path folder;

    private final Queue<Integer> workers = new ConcurrentLinkedQueue<>();

    private RunOptions options(String cache) {
        return RunOptions.cacheAt(folder.resolve(cache)).threads(4).progress(RunOptions.Progress.OFF);
    }

    private void runConcurrent(int rows) {
        SinkDirectoryTest_WrittenTogetherRunner.builder()
                .makeLines(new MakeLines(rows))
                .writeLines(new WriteLines(folder.resolve("out"), workers))
                .build()
                .run(options("concurrent"));
    }

    private void runPlain(int rows) {
        SinkDirectoryTest_WrittenAloneRunner.builder()
                .makeLines(new MakeLines(rows))
                .writeAlone(new WriteAlone(folder.resolve("out")))
                .build()
                .run(options("plain"));
    }

    private List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(SinkDirectoryTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> expected(int rows) {
        return IntStream.range(0, 8 * rows)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .toList();
    }

    @Test
    void numberTheWorkersOfAStepFromZeroInTheOrderInWhichTheyOpenIt() {
        runConcurrent(40);

        assertThat(workers)
                .containsExactlyElementsOf(
                        IntStream.range(0, workers.size()).boxed().toList());
    }

    @RepeatedTest(10)
    void holdEveryRowAndNothingOfAnEarlierOutput() throws IOException {
        runPlain(33);
        assertThat(lines()).isEqualTo(expected(33));

        runPlain(21);
        assertThat(lines()).isEqualTo(expected(21));
    }

    @RepeatedTest(10)
    void holdEveryRowWhereSeveralBatchesAreInFlight() throws IOException {
        runConcurrent(33);
        assertThat(lines()).isEqualTo(expected(33));

        runConcurrent(21);
        assertThat(lines()).isEqualTo(expected(21));
    }
}
