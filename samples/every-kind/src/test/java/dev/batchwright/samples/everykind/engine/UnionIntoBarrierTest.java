package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.SequentialSource;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Barriers that several branches lead to see the rows of all of them, those of the first flow first. */
class UnionIntoBarrierTest {

    record Sale(long day, String shop) {}

    record Sales(long day, List<String> shops) {}

    @Step
    record ReadTown(long days) implements Source<Sale> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("town", "v1", 0, days));
        }

        @Override
        public RowReader<Sale> open(Split split, long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == split.length() ? null : new Sale(next[0]++, "town");
        }
    }

    @Step
    record ReadCoast(long days) implements SequentialSource<Sale> {

        @Override
        public RowReader<Sale> open(long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == days ? null : new Sale(next[0]++, "coast");
        }
    }

    @Step
    record ByDay() implements KeyedStep<Long, Sale, Sales> {

        @Override
        public Long key(Sale row) {
            return row.day();
        }

        @Override
        public void process(Long key, Dataset<Sale> group, Output<Sales> out) {
            out.add(new Sales(key, group.stream().map(Sale::shop).toList()));
        }
    }

    @Step
    record Copy() implements GlobalStep<Sale, Sale> {

        @Override
        public void process(Dataset<Sale> all, Output<Sale> out) {
            assertThat(all.size()).hasValue(all.stream().count());
            all.batches(7).forEach(batch -> batch.forEach(out::add));
        }
    }

    @Pipeline
    @Flow({ReadCoast.class, ByDay.class})
    @Flow({ReadTown.class, ByDay.class})
    @Flow({ReadCoast.class, Copy.class})
    @Flow({ReadTown.class, Copy.class})
    interface Chain {}

    @TempDir
    Path folder;

    private RunReport run(long townDays) {
        return UnionIntoBarrierTest_ChainRunner.builder()
                .readCoast(new ReadCoast(40))
                .readTown(new ReadTown(townDays))
                .build()
                .run(RunOptions.cacheAt(folder).threads(2).shardRows(9).progress(RunOptions.Progress.OFF));
    }

    @Test
    void groupsTheRowsOfAllBranchesInTheOrderOfTheFlows() {
        run(30);
        try (UnionIntoBarrierTest_ChainCache cache = UnionIntoBarrierTest_ChainCache.open(folder)) {
            Map<Long, List<String>> found = new TreeMap<>();
            cache.byDay().forEach(sales -> found.put(sales.day(), sales.shops()));

            assertThat(found).hasSize(40);
            found.forEach((day, shops) ->
                    assertThat(shops).isEqualTo(day < 30 ? List.of("coast", "town") : List.of("coast")));
        }
    }

    @Test
    void handsAGlobalStepTheRowsOfAllBranchesInTheOrderOfTheFlows() {
        run(30);
        List<Sale> expected = new ArrayList<>();
        LongStream.range(0, 40).forEach(day -> expected.add(new Sale(day, "coast")));
        LongStream.range(0, 30).forEach(day -> expected.add(new Sale(day, "town")));
        try (UnionIntoBarrierTest_ChainCache cache = UnionIntoBarrierTest_ChainCache.open(folder)) {
            assertThat(cache.copy()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void readsOnlyTheBranchThatChanged() {
        run(30);
        RunReport report = run(31);

        assertThat(report.step("read-coast").calls()).isZero();
        assertThat(report.step("read-town").rowsOut()).isEqualTo(31);
        assertThat(report.step("by-day").rowsIn()).isEqualTo(71);
        assertThat(report.step("copy").rowsIn()).isEqualTo(71);
    }
}
