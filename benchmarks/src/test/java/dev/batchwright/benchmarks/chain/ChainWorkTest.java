package dev.batchwright.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.benchmarks.input.DocsFile;
import dev.batchwright.benchmarks.input.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All contenders make the rows whose checksum other systems have arrived at, of the corpus taken once. */
class ChainWorkTest {

    @TempDir
    private static Path folder;

    private static Path input = Path.of("");

    @BeforeAll
    static void makesAnInputOfExactlyTheStatedBytes() throws Exception {
        input = DocsFile.in(folder, Size.S, Path.of(System.getProperty("benchmarks.corpus")));
        assertThat(Files.size(input)).isEqualTo(21_727_574);
    }

    @ParameterizedTest(name = "{0} makes the rows of {1}")
    @CsvSource({
        "LEAST,W1",
        "LEAST,W1c",
        "LEAST,W2",
        "LOOP,W1",
        "JACKSON_AVRO,W1",
        "ONE_THREAD,W1",
        "LOOP,W1c",
        "JACKSON_AVRO,W1c",
        "TWO_THREADS,W1c",
        "JACKSON_AVRO,W2",
        "ONE_THREAD,W2"
    })
    void everyContenderMakesTheStatedRows(Contender contender, Workload workload) throws Exception {
        Path output = folder.resolve(contender.name() + workload.name());
        ChainWork.run(contender, workload, input, output);
        assertThat(Outcome.of(contender, workload, output)).isEqualTo(Outcome.expected(workload, Size.S));
    }

    @Test
    void theSumOfTheVectorsIsTheStatedOne() {
        assertThat(Outcome.expected(Workload.W2, Size.M)).isEqualTo(new Outcome(200_000, "-3595184680"));
    }

    @Test
    void theRowsAfterEachStepAreOnDisk() throws Exception {
        Path output = folder.resolve("kept");
        ChainWork.run(Contender.ONE_THREAD, Workload.W1c, input, output);
        for (String step : new String[] {"read-docs", "normalise", "keep-long"}) {
            try (var files = Files.walk(output.resolve(step))) {
                // which format a trial finds depends on how busy the machine is
                assertThat(files).anyMatch(file -> file.getFileName().toString().matches("\\d+\\.\\d+\\.[a-z]+"));
            }
        }
    }
}
