package dev.batchwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.batchwright.benchmarks.input.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void sizeMAndFiveRunsOfEverythingAreTheDefault() {
        assertThat(Arguments.parse("chain")).isEqualTo(new Arguments("chain", Size.M, 5, "", false, ""));
    }

    @Test
    void optionsComeInAnyOrder() {
        assertThat(Arguments.parse(
                        "storage", "--markdown", "--runs", "1", "--case", "text", "--svg", "a.svg", "--size", "S"))
                .isEqualTo(new Arguments("storage", Size.S, 1, "text", true, "a.svg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chain --size",
                "chain --size X",
                "chain --runs many",
                "chain --run 1",
                "chain --case",
                "chain --svg"
            })
    void anythingElseIsAnsweredWithTheUsage(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(args))
                .withMessage(Arguments.USAGE);
    }
}
