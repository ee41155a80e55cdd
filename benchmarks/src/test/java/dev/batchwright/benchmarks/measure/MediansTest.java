package dev.batchwright.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void theMedianOfThreeIsTheSecond() {
        Medians medians = new Medians(List.of(run(9, 0), run(1, 0), run(2, 0)));
        assertThat(medians.cpu("loop", "W1")).isEqualTo(2);
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        Medians medians = new Medians(List.of(run(1, 0), run(2, 0)));
        assertThat(medians.cpu("loop", "W1")).isEqualTo(1.5);
    }

    @Test
    void theFastestRunCountsForWallTime() {
        Medians medians = new Medians(List.of(run(0, 5), run(0, 3), run(0, 4)));
        assertThat(medians.fastest("loop", "W1")).isEqualTo(3);
    }

    private static Result run(double cpu, double wall) {
        return new Result("loop", "W1", "S", 1, 1, "", new Measurement(wall, cpu, 0, 0, 0), 0);
    }
}
