package dev.batchwright.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.benchmarks.measure.Measurement;
import dev.batchwright.benchmarks.measure.Medians;
import dev.batchwright.benchmarks.measure.Result;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CappedRunsTest {

    private final Map<Size, Medians> bySize = new EnumMap<>(Size.class);

    private void measured(Size size, CappedSystem system, double wall, double peak) {
        measured(size, system, wall, peak, size.bytes() / 1e6 / wall);
    }

    private void measured(Size size, CappedSystem system, double wall, double peak, double warm) {
        Measurement cost = new Measurement(wall, wall, 0, peak, warm);
        bySize.put(
                size,
                new Medians(
                        List.of(new Result(system.toString(), CappedRuns.WORKLOAD, size.name(), 1, 1, "", cost, 0))));
    }

    private List<Bar> bars(CappedSystem system) {
        return new CappedRuns(List.of(system), bySize).bars();
    }

    @Test
    void theSameMemoryAndThroughputAtEverySizeClearAllBars() {
        measured(Size.M, CappedSystem.ONE_THREAD, 10.5, 350);
        measured(Size.L, CappedSystem.ONE_THREAD, 52, 355);
        measured(Size.XL, CappedSystem.ONE_THREAD, 105, 352);
        assertThat(bars(CappedSystem.ONE_THREAD)).hasSize(4).allMatch(Bar::holds);
    }

    @Test
    void memoryThatGrowsWithTheInputDoesNotClearItsBar() {
        measured(Size.M, CappedSystem.ONE_THREAD, 10, 300);
        measured(Size.L, CappedSystem.ONE_THREAD, 50, 340);
        assertThat(bars(CappedSystem.ONE_THREAD)).extracting(Bar::holds).containsExactly(true, false, true, true);
    }

    @Test
    void throughputThatFallsDoesNotClearItsBar() {
        measured(Size.M, CappedSystem.TWO_THREADS, 10, 300);
        measured(Size.L, CappedSystem.TWO_THREADS, 60, 300);
        assertThat(bars(CappedSystem.TWO_THREADS)).extracting(Bar::holds).containsExactly(true, true, false, false);
    }

    @Test
    void aSlowStartOfTheSmallestIsTakenOffTheThroughputAfterIt() {
        measured(Size.M, CappedSystem.ONE_THREAD, 15, 300, 100);
        measured(Size.L, CappedSystem.ONE_THREAD, 55, 300, 104);
        assertThat(bars(CappedSystem.ONE_THREAD)).extracting(Bar::holds).containsExactly(true, true, false, true);
    }

    @Test
    void moreThanFourHundredMegabytesDoNotClearTheBarOfAnySize() {
        measured(Size.M, CappedSystem.ONE_THREAD, 10, 401);
        assertThat(bars(CappedSystem.ONE_THREAD)).extracting(Bar::holds).containsExactly(false);
    }

    @Test
    void barsAreAboutTheEngineAlone() {
        measured(Size.M, CappedSystem.SPARK, 10, 900);
        assertThat(bars(CappedSystem.SPARK)).isEmpty();
    }

    @Test
    void theTableHasALineForEachSystemAndSizeAndTheChartALineForEachSystem() {
        measured(Size.M, CappedSystem.ONE_THREAD, 10, 300);
        measured(Size.L, CappedSystem.ONE_THREAD, 50, 340);
        CappedRuns runs = new CappedRuns(List.of(CappedSystem.ONE_THREAD), bySize);
        assertThat(runs.toMarkdown())
                .contains("| engine, 1 thread, 256 MB heap | 1.05 | 10.0 | 9.5 | 10.0 | 104.7 | 104.7 | 300 |\n")
                .contains("| engine, 1 thread, 256 MB heap | 5.24 |");
        assertThat(runs.chart().lines()).hasSize(1);
        assertThat(runs.chart().lines().get(0).points()).hasSize(2);
    }
}
