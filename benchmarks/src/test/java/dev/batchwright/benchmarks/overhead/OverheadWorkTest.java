package dev.batchwright.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverheadWorkTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"split", "streamed"})
    void everyRowThatIsNotDroppedComesThrough(String source) {
        Total total = OverheadWork.run(source, 100_000, folder);
        assertThat(total.rows()).isEqualTo(75_000);
        assertThat(total).hasToString(Total.expected(100_000).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 40, 4000})
    void theExpectedTotalIsThatOfCountingByHand(long count) {
        Total byHand = new Total();
        for (long value = 0; value < count; value++) {
            if (value % 4 != 0) {
                byHand.add(3 * value);
            }
        }
        assertThat(Total.expected(count)).hasToString(byHand.toString());
    }
}
