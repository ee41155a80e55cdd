package dev.batchwright.benchmarks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.benchmarks.input.DocsFile;
import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.text.Checksum;
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
    @CsvSource({"LOOP,W1", "ONE_THREAD,W1", "LOOP,W1c", "TWO_THREADS,W1c"})
    void everyContenderMakesTheStatedRows(Contender contender, Workload workload) throws Exception {
        Path output = folder.resolve(contender.name() + workload.name());
        ChainWork.run(contender, workload, input, output);
        Checksum checksum = StoredFeatures.checksum(contender, workload, output);
        assertThat(checksum.rows()).isEqualTo(17_441);
        assertThat(checksum).hasToString("b9037b10e1209a48");
    }

    @Test
    void theRowsAfterEachStepAreOnDisk() throws Exception {
        Path output = folder.resolve("kept");
        ChainWork.run(Contender.ONE_THREAD, Workload.W1c, input, output);
        for (String step : new String[] {"read-docs", "normalise", "keep-long"}) {
            try (var files = Files.walk(output.resolve(step))) {
                assertThat(files).anyMatch(file -> file.toString().endsWith(".msgpack"));
            }
        }
    }
}
