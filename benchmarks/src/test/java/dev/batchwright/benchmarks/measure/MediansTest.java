package dev.batchwright.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void theMedianOfThreeIsTheSecond() {
        Medians medians = new Medians(List.of(cpu(9), cpu(1), cpu(2)));
        assertThat(medians.cpu("loop", "W1")).isEqualTo(2);
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        Medians medians = new Medians(List.of(cpu(1), cpu(2)));
        assertThat(medians.cpu("loop", "W1")).isEqualTo(1.5);
    }

    private static Result cpu(double seconds) {
        return new Result("loop", "W1", "S", 1, 1, "", new Measurement(0, seconds, 0), 0);
    }
}
