package dev.batchwright.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that starts the process of a step. */
class ChildCommandTest {

    @ParameterizedTest
    @CsvSource({"268435456, -Xmx256m", "16777217, -Xmx16385k", "1099511627776, -Xmx1048576m", "20480000, -Xmx20000k"})
    void namesTheHeapInAUnitThatTheJvmTakes(long bytes, String option) {
        assertThat(ChildCommand.heapOption(bytes)).isEqualTo(option);
    }

    @Test
    void hasTheClassesOfThisProcessAndAHeapOfItsOwn() {
        List<String> command = ChildCommand.of(64 << 20, Path.of("/anywhere/socket"));

        assertThat(command.get(0)).startsWith(System.getProperty("java.home"));
        assertThat(command)
                .containsSubsequence(
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildMain.class.getName(),
                        "/anywhere/socket")
                .filteredOn(option -> option.startsWith("-Xmx"))
                .hasSize(1);
        assertThat(command).noneMatch(option -> option.startsWith("-javaagent") || option.startsWith("-agentlib"));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 'ended with exit code 3, that of an OutOfMemoryError'",
        "137, was ended by signal 9",
        "134, was ended by signal 6",
        "1, ended with exit code 1",
        "255, ended with exit code 255"
    })
    void saysInWordsHowAProcessHasEnded(int code, String words) {
        assertThat(ExitCode.describe(code)).isEqualTo(words);
    }
}
