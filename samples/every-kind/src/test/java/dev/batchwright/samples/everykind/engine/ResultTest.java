package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.BatchId;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.samples.everykind.engine.Shop.Count;
import dev.batchwright.samples.everykind.engine.Shop.Measured;
import dev.batchwright.samples.everykind.engine.Shop.Stock;
import dev.batchwright.samples.everykind.engine.Shop.Total;
import dev.batchwright.samples.everykind.engine.Shop.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows and the counts of a whole run, against plain loops that compute the same. */
class ResultTest {

    @TempDir
    Path folder;

    private final Map<BatchId, List<Stock>> shipped = new ConcurrentHashMap<>();
    private final Probe probe = new Probe();

    private RunReport run() {
        return Shop.runner(probe, shipped, 3, 0).run(Shop.options(folder));
    }

    /** All words: those of the first source in order, then those of the second. */
    private static List<Word> expectedWords() {
        List<Word> words = new ArrayList<>();
        for (long id = 0; id < 1000; id++) {
            for (String word : ("apple" + id % 7 + " pear" + id % 3 + " plum")
                    .toUpperCase(Locale.ROOT)
                    .split(" ", -1)) {
                words.add(new Word(id, word));
            }
        }
        for (long i = 0; i < 1000; i++) {
            if ((-1 - i) % 3 != 0) {
                words.add(new Word(-1 - i, "fig" + i % 5));
            }
        }
        return words;
    }

    private static Map<String, Long> expectedCounts() {
        Map<String, Long> counts = new TreeMap<>();
        expectedWords().forEach(word -> counts.merge(word.text(), 1L, Long::sum));
        return counts;
    }

    @Test
    void unitesBranchesInTheOrderOfTheFlows() {
        run();
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThat(cache.splitWords()).containsExactlyElementsOf(expectedWords());
        }
    }

    @Test
    void aStepThatGoesOverAllRowsTwiceFindsTheirColumnsInMemory() {
        RunReport report = run();

        StepReport stock = report.step("take-stock");
        assertThat(stock.columnHits()).isPositive();
        assertThat(report.toString()).contains("columns from memory").contains(stock.columnHits() + " of ");
    }

    @Test
    void keepsNoColumnsWhereThereIsNoMemoryForThem() {
        RunReport report =
                Shop.runner(probe, shipped, 3, 0).run(Shop.options(folder).columnMemory("1B"));

        assertThat(report.steps()).allMatch(step -> step.columnHits() + step.columnMisses() == 0);
    }

    @Test
    void pairsTheRowsOfAForkByPosition() {
        run();
        List<Measured> expected = expectedWords().stream()
                .map(word -> new Measured(word.line(), word.text(), word.text().length()))
                .toList();
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThat(cache.compare()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void callsAKeyedStepOnceForEachKeyWithKeysInOrderInEachShard() {
        run();
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            Map<String, Long> found = new TreeMap<>();
            for (Count count : cache.countWords()) {
                assertThat(found.put(count.word(), count.times())).isNull();
            }
            assertThat(found).isEqualTo(expectedCounts());
        }
    }

    @Test
    void joinsBothSidesOfACoGroupAndSumsUp() {
        run();
        Map<String, Long> counts = expectedCounts();
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThat(cache.takeStock())
                    .allSatisfy(stock -> assertThat(stock.times()).isEqualTo(stock.measured()))
                    .extracting(Stock::word)
                    .containsExactlyInAnyOrderElementsOf(counts.keySet());
            long times = counts.values().stream().mapToLong(Long::longValue).sum();
            assertThat(cache.sum()).containsExactly(new Total(counts.size(), times));
        }
    }

    @Test
    void handsASinkEveryRowOnceInBatchesWithStableNames() {
        run();
        Map<BatchId, List<Stock>> first = Map.copyOf(shipped);
        shipped.clear();
        Shop.runner(probe, shipped, 3, 0)
                .run(Shop.options(folder.resolve("elsewhere")).threads(1));

        assertThat(first).isEqualTo(shipped);
        assertThat(first.values()).allMatch(batch -> batch.size() <= 5);
        assertThat(first.values().stream().mapToInt(List::size).sum())
                .isEqualTo(expectedCounts().size());
    }

    @Test
    void balancesItsCounts() {
        RunReport report = run();

        for (StepReport step : report.steps()) {
            if (List.of("map", "filter", "zip", "aligned batch").contains(step.kind())) {
                assertThat(step.rowsIn()).as(step.step()).isEqualTo(step.rowsOut() + step.filtered());
            }
        }
        assertThat(report.step("read-lines").rowsOut()).isEqualTo(1000);
        assertThat(report.step("shout").rowsIn()).isEqualTo(1000);
        assertThat(report.step("drop-multiples").rowsIn())
                .isEqualTo(report.step("dictate").rowsOut());
        assertThat(report.step("split-words").rowsIn())
                .isEqualTo(report.step("shout").rowsOut()
                        + report.step("drop-multiples").rowsOut());
        long words = expectedWords().size();
        for (String consumer : List.of("count-words", "measure", "copy", "compare")) {
            assertThat(report.step(consumer).rowsIn()).as(consumer).isEqualTo(words);
        }
        assertThat(report.step("take-stock").rowsIn())
                .isEqualTo(report.step("count-words").rowsOut()
                        + report.step("compare").rowsOut());
        assertThat(report.step("ship").rowsIn())
                .isEqualTo(report.step("take-stock").rowsOut());
        assertThat(report.step("sum").rowsIn())
                .isEqualTo(report.step("take-stock").rowsOut());
    }

    @Test
    void opensAndClosesAStepOnceForEachWorkerThatCallsIt() {
        run();
        assertThat(probe.countOf("opened")).isBetween(1L, 2L);
        assertThat(probe.countOf("closed")).isEqualTo(probe.countOf("opened"));
    }

    @Test
    void writesTheReportIntoTheCacheAndAsATable() {
        RunReport report = run();
        assertThat(folder.resolve("report.json")).content().contains("\"step\" : \"take-stock\"");
        assertThat(folder.resolve("report.json")).content().contains("\"columnHits\" : ");
        assertThat(report.toString()).contains("pipeline trade").contains("first run");
    }
}
