package dev.batchwright.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void aFigureAtTheLimitClearsTheBar() {
        assertThat(Bar.atMost("ratio", 1.2, 1.2).holds()).isTrue();
        assertThat(Bar.atLeast("rows", 2_000_000, 2_000_000).holds()).isTrue();
    }

    @Test
    void aFigureBeyondTheLimitDoesNot() {
        assertThat(Bar.atMost("ratio", 1.21, 1.2).holds()).isFalse();
        assertThat(Bar.atLeast("rows", 1_999_999, 2_000_000).holds()).isFalse();
    }

    @Test
    void theLineSaysForEachBarWhetherItHoldsAndWithWhichFigure() {
        List<Bar> bars = List.of(Bar.atMost("a", 1.3, 1.2), Bar.atLeast("b", 2_500_000, 2_000_000));
        assertThat(Bar.line(bars))
                .isEqualTo("bars: a FAILS: 1.30 (at most 1.20); b holds: 2,500,000 (at least 2,000,000)");
    }
}
