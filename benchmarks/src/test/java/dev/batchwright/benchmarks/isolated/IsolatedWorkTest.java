package dev.batchwright.benchmarks.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolatedWorkTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "here batches, 12345",
        "apart batches, 12345",
        "here rows, 321",
        "apart rows, 321",
        "here vectors, 2345",
        "apart vectors, 2345"
    })
    void everyRowComesThrough(String what, long count) {
        assertThat(IsolatedWork.run(what, count, folder))
                .hasToString(Sum.expected(count).toString());
    }
}
