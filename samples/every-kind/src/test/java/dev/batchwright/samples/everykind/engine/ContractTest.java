package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.SequentialSource;
import dev.batchwright.Sink;
import dev.batchwright.StepFailedException;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine promises to steps, and what it holds them to. */
class ContractTest {

    record Item(long value, String text) {}

    @Step
    record Numbers(long count) implements SequentialSource<Item> {

        @Override
        public RowReader<Item> open(long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == count ? null : new Item(next[0], "n" + next[0]++);
        }
    }

    /** What a test makes of a row. */
    interface Change {
        Item apply(Item row) throws Exception;
    }

    @Step
    record Odd(@Resource Change change) implements MapStep<Item, Item> {

        @Override
        public Item map(Item row) throws Exception {
            return change.apply(row);
        }
    }

    @Pipeline
    @Flow({Numbers.class, Odd.class})
    interface Mapped {}

    @Step
    @BatchSize(8)
    record TooFew() implements AlignedBatchStep<Item, Item> {

        @Override
        public List<Item> process(Batch<Item> batch) {
            return batch.subList(0, batch.size() - 1);
        }
    }

    @Pipeline
    @Flow({Numbers.class, TooFew.class})
    interface Misaligned {}

    /** Sees all rows, and its output joins the branch that goes around it: {@link Around}. */
    @Step
    record Backwards() implements GlobalStep<Item, Item> {

        @Override
        public void process(Dataset<Item> all, Output<Item> out) {
            List<Item> rows = new ArrayList<>(all.stream().toList());
            Collections.reverse(rows);
            rows.forEach(out::add);
        }
    }

    @Step
    @BatchSize(6)
    record Collect(@Resource Map<BatchId, List<Item>> batches) implements Sink<Item> {

        @Override
        public void write(Batch<Item> batch, BatchId id) {
            batches.put(id, List.copyOf(batch));
        }
    }

    @Step
    record Pass() implements MapStep<Item, Item> {

        @Override
        public Item map(Item row) {
            return row;
        }
    }

    @Pipeline
    @Flow({Numbers.class, Backwards.class, Pass.class, Collect.class})
    @Flow({Numbers.class, Pass.class})
    interface Around {}

    @Step(persist = Persist.NEVER)
    record Unkept(long count) implements SequentialSource<Item> {

        @Override
        public RowReader<Item> open(long firstRow) {
            return new Numbers(count).open(firstRow);
        }
    }

    @Pipeline
    @Flow({Unkept.class, Collect.class})
    interface Fused {}

    @TempDir
    Path folder;

    private RunOptions options() {
        return RunOptions.cacheAt(folder).threads(2).shardRows(25).progress(RunOptions.Progress.OFF);
    }

    @Test
    void refusesANullRow() {
        assertThatThrownBy(() -> mapped(row -> row.value() == 3 ? nothing() : row))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step odd made a null in shard 0 instead of a row");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // breaks the contract on purpose
    private static <T> T nothing() {
        return (T) null;
    }

    @Test
    void refusesANullColumnAndNamesStepRecordComponentAndRow() {
        assertThatThrownBy(() -> mapped(row -> row.value() == 13 ? new Item(13, nothing()) : row))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step odd made a row that cannot be stored")
                .hasMessageContaining("Item.text is null")
                .hasMessageContaining("row 13");
    }

    private RunReport mapped(Change change) {
        return ContractTest_MappedRunner.builder()
                .numbers(new Numbers(20))
                .odd(new Odd(change))
                .build()
                .run(options());
    }

    @Test
    void holdsAnAlignedStepToOneRowForEachRow() {
        assertThatThrownBy(() -> ContractTest_MisalignedRunner.builder()
                        .numbers(new Numbers(20))
                        .build()
                        .run(options()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step too-few failed in shard 0 at rows 0 to 7")
                .hasMessageContaining("It made 7 rows of a batch of 8");
    }

    @Test
    void unitesABarrierWithTheBranchAroundItWithoutWaitingForEver() {
        Map<BatchId, List<Item>> batches = new ConcurrentHashMap<>();

        ContractTest_AroundRunner.builder()
                .numbers(new Numbers(60))
                .collect(new Collect(batches))
                .build()
                .run(options());

        List<Long> expected = new ArrayList<>(longs(60));
        Collections.reverse(expected);
        expected.addAll(longs(60));
        assertThat(inOrder(batches)).isEqualTo(expected);
    }

    @Test
    void writesNothingTwiceWhereNothingIsKeptButTheMarksOfTheSink() {
        Map<BatchId, List<Item>> batches = new ConcurrentHashMap<>();
        ContractTest_FusedRunner runner = ContractTest_FusedRunner.builder()
                .unkept(new Unkept(60))
                .collect(new Collect(batches))
                .build();
        runner.run(options());
        assertThat(inOrder(batches)).isEqualTo(longs(60));
        assertThat(batches.keySet().stream().map(BatchId::shard)).containsOnly(0, 1, 2);
        batches.clear();

        assertThat(runner.run(options()).step("collect").shardsReused()).isEqualTo(3);
        assertThat(batches).isEmpty();
    }

    @Test
    void runsOverNothing() {
        Map<BatchId, List<Item>> batches = new ConcurrentHashMap<>();
        RunReport report = ContractTest_AroundRunner.builder()
                .numbers(new Numbers(0))
                .collect(new Collect(batches))
                .build()
                .run(options());

        assertThat(batches).isEmpty();
        assertThat(report.step("backwards").shards()).isEqualTo(1);
        try (ContractTest_AroundCache cache = ContractTest_AroundCache.open(folder)) {
            assertThat(cache.numbers()).isEmpty();
            assertThat(cache.backwards()).isEmpty();
        }
    }

    @Test
    void plansWithoutACache() {
        String plan = ContractTest_AroundRunner.builder()
                .numbers(new Numbers(0))
                .collect(new Collect(Map.of()))
                .build()
                .plan()
                .toString();

        assertThat(plan).contains("pipeline around").contains("backwards (global) from numbers, kept");
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Long> longs(long end) {
        return LongStream.range(0, end).boxed().toList();
    }

    private static List<Long> inOrder(Map<BatchId, List<Item>> batches) {
        return batches.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(BatchId::shard).thenComparingLong(BatchId::batch)))
                .flatMap(batch -> batch.getValue().stream())
                .map(Item::value)
                .toList();
    }
}
