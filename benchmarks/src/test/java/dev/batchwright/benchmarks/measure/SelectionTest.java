package dev.batchwright.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private enum Contestant {
        LOOP,
        TWO_THREADS,
        SPARK
    }

    private static List<Contestant> of(String names) {
        return Selection.of(names, Contestant.values(), Contestant.SPARK);
    }

    @Test
    void withoutNamesAllTakePartThatNeedNotBeAskedFor() {
        assertThat(of("")).containsExactly(Contestant.LOOP, Contestant.TWO_THREADS);
    }

    @Test
    void thoseThatAreNamedTakePartInTheirOwnOrder() {
        assertThat(of("spark,two-threads")).containsExactly(Contestant.TWO_THREADS, Contestant.SPARK);
    }

    @Test
    void aNameThatNobodyHasIsAnsweredWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("loop,flink"))
                .withMessage("There is no case flink, but loop, two-threads, spark");
    }
}
