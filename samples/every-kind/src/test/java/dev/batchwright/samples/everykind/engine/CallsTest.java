package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepFailedException;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.everykind.engine.ContractTest.Change;
import dev.batchwright.samples.everykind.engine.ContractTest.Item;
import dev.batchwright.samples.everykind.engine.ContractTest.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that are tried again, and calls of which several are in flight. */
class CallsTest {

    @Step(retries = 3)
    record Flaky(@Resource Change change) implements MapStep<Item, Item> {

        @Override
        public Item map(Item row) throws Exception {
            return change.apply(row);
        }
    }

    @Pipeline
    @Flow({Numbers.class, Flaky.class})
    interface Retried {}

    @Step(concurrency = 4)
    @BatchSize(10)
    record AtOnce(@Resource CountDownLatch four) implements BatchStep<Item, Item> {

        @Override
        public void process(Batch<Item> batch, Output<Item> out) throws InterruptedException {
            four.countDown();
            if (!four.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Never were four batches in flight");
            }
            batch.forEach(out::add);
        }
    }

    @Pipeline
    @Flow({Numbers.class, AtOnce.class})
    interface Concurrent {}

    @TempDir
    Path folder;

    private RunOptions options() {
        return RunOptions.cacheAt(folder).threads(2).shardRows(25).progress(RunOptions.Progress.OFF);
    }

    @Test
    void triesAFailedCallAgainAndCountsIt() {
        Map<Long, Integer> calls = new ConcurrentHashMap<>();
        Change thirdTime = row -> {
            if (row.value() == 7 && calls.merge(row.value(), 1, Integer::sum) < 3) {
                throw new IllegalStateException("not yet");
            }
            return row;
        };

        RunReport report = CallsTest_RetriedRunner.builder()
                .numbers(new Numbers(30))
                .flaky(new Flaky(thirdTime))
                .build()
                .run(options());

        assertThat(report.step("flaky").retried()).isEqualTo(2);
        assertThat(report.step("flaky").rowsOut()).isEqualTo(30);
        try (CallsTest_RetriedCache cache = CallsTest_RetriedCache.open(folder)) {
            assertThat(cache.flaky()).extracting(Item::value).isEqualTo(longs(30));
        }
    }

    @Test
    void givesUpAfterTheRetriesAndNamesTheCause() {
        Change never = row -> {
            throw new IllegalStateException("out of order");
        };

        assertThatThrownBy(() -> CallsTest_RetriedRunner.builder()
                        .numbers(new Numbers(1))
                        .flaky(new Flaky(never))
                        .build()
                        .run(options()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("Step flaky failed in shard 0 at row 0")
                .hasMessageContaining("out of order");
    }

    @Test
    void hasAsManyBatchesInFlightAsAskedForAndKeepsTheirOrder() {
        CallsTest_ConcurrentRunner.builder()
                .numbers(new Numbers(100))
                .atOnce(new AtOnce(new CountDownLatch(4)))
                .build()
                .run(options().threads(1).shardRows(1000));

        try (CallsTest_ConcurrentCache cache = CallsTest_ConcurrentCache.open(folder)) {
            assertThat(cache.atOnce()).extracting(Item::value).isEqualTo(longs(100));
        }
    }

    private static List<Long> longs(long end) {
        return LongStream.range(0, end).boxed().toList();
    }
}
