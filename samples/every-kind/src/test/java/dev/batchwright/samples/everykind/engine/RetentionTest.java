package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RemovedOutput;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.engine.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs with changed configurations leave of the outputs of those before them. */
class RetentionTest {

    /** The steps whose outputs change with the bonus. */
    private static final String[] FOLLOWING = {"compare", "measure", "ship", "sum", "take-stock"};

    @TempDir
    Path folder;

    private final Probe probe = new Probe();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private RunReport run(int bonus, RunOptions options) {
        return engine().run(runner(bonus).definition(), options);
    }

    private List<RemovedOutput> plan(int bonus, RunOptions options) {
        return engine().plan(runner(bonus).definition(), options).removals();
    }

    private Shop_TradeRunner runner(int bonus) {
        return Shop.runner(probe, new ConcurrentHashMap<>(), 3, bonus);
    }

    private LocalEngine engine() {
        return new LocalEngine(new LocalCacheFiles(), SteadyClock::new, () -> now);
    }

    private RunOptions options() {
        return Shop.options(folder);
    }

    private long outputs(String step) throws IOException {
        try (Stream<Path> outputs = Files.list(folder.resolve(step))) {
            return outputs.count();
        }
    }

    @Test
    void keepsTheOutputsOfAllConfigurationsUnlessTold() throws IOException {
        run(0, options());
        run(1, options());
        now = now.plus(Duration.ofDays(10_000));

        assertThat(run(2, options()).removed()).isEmpty();
        assertThat(outputs("measure")).isEqualTo(3);
    }

    @Test
    void removesWhatThePlanHasForetoldAndSaysSo() throws IOException {
        run(0, options());
        run(1, options());
        RunOptions keepOne = options().keep(1);

        assertThat(plan(2, options())).isEmpty();
        List<RemovedOutput> foretold = plan(2, keepOne);
        RunReport report = run(2, keepOne);

        assertThat(report.removed()).isEqualTo(foretold);
        assertThat(foretold).extracting(RemovedOutput::step).containsExactlyInAnyOrder(FOLLOWING);
        assertThat(foretold).allSatisfy(output -> assertThat(output.bytes()).isPositive());
        assertThat(engine().plan(runner(3).definition(), keepOne).toString()).contains("would remove measure/");
        assertThat(report.toString()).contains("removed measure/").contains("keep is 1");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"why\" : \"keep is 1");
        assertThat(outputs("measure")).isEqualTo(2);
        assertThat(outputs("split-words")).isEqualTo(1);
    }

    @Test
    void goesBackToAnOutputThatIsStillThereAndMakesOneAgainThatIsNot() {
        run(0, options());
        run(1, options());
        run(2, options().keep(1));

        assertThat(run(1, options()).steps())
                .allSatisfy(step -> assertThat(step.calls()).isZero());
        assertThat(run(0, options()).steps().stream()
                        .filter(step -> step.calls() > 0)
                        .map(StepReport::step))
                .contains(FOLLOWING);
    }

    @Test
    void removesByAgeWhatNoRunHasUsedSince() throws IOException {
        run(0, options());
        run(1, options());
        now = now.plus(Duration.ofDays(6));
        run(0, options());
        now = now.plus(Duration.ofDays(6));

        assertThat(run(2, options().ttl(Duration.ofDays(7))).removed())
                .hasSize(FOLLOWING.length)
                .allSatisfy(output -> assertThat(output.why()).isEqualTo("not used for 12 days, and ttl is 7 days"));
        assertThat(outputs("measure")).isEqualTo(2);
    }

    @Test
    void keepsWhatReadersSeeHoweverSmallTheCacheIsToBe() throws IOException {
        run(0, options());
        run(1, options());

        RunReport report = run(2, options().maxBytes("1B"));

        assertThat(report.removed()).hasSize(2 * FOLLOWING.length);
        assertThat(outputs("measure")).isEqualTo(1);
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThat(cache.verify().isSound()).isTrue();
            assertThat(cache.compare().stream().count()).isPositive();
        }
    }

    @Test
    void removesNothingWhereTheRunFails() throws IOException {
        run(0, options());
        probe.failAt(555);

        assertThatThrownBy(() -> engine().run(
                                Shop.runner(probe, new ConcurrentHashMap<>(), 4, 1)
                                        .definition(),
                                options().keep(0)))
                .isInstanceOf(BatchwrightException.class);

        assertThat(outputs("measure")).isEqualTo(2);
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            assertThat(cache.verify().isSound()).isTrue();
        }
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        assertThatThrownBy(() -> options().keep(-1)).hasMessageContaining("keep must be at least 0 but is -1");
        assertThatThrownBy(() -> options().ttl(Duration.ofDays(-1))).hasMessageContaining("ttl must not be negative");
        assertThatThrownBy(() -> options().maxBytes("much")).hasMessageContaining("'much' is not a size");
    }
}
