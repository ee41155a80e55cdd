package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.batchwright.RunReport;
import dev.batchwright.samples.everykind.ShortLivedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that die while the format of a step is being found, or when it has been and nothing is written by it yet. */
class KilledTrialTest {

    /** No call of the codec is the fatal one, but the first after the decision. */
    private static final long AFTER_DECISION = 0;

    /** The first bytes of a MessagePack part, before any block. */
    private static final String NO_ROWS = "42574d5347504b01";

    @TempDir
    Path cache;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void staysWithADecisionByWhichNothingWasWritten(int threads) throws Exception {
        kill(AFTER_DECISION, threads);
        JsonNode decided = info();
        assertThat(decided.at("/trial/candidates")).isNotEmpty();
        // another thread may just have begun a file: then nothing but what every file begins with is in it
        CacheContents.parts(cache).forEach((name, bytes) -> {
            assertThat(name).contains(".tmp-");
            assertThat(bytes).isIn("", NO_ROWS);
        });

        RunReport report = Letters.run(cache, threads);

        assertThat(info()).isEqualTo(decided);
        assertThat(report.step("keep").storedAs().trialNanos()).isZero();
        assertHasAllRows();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "20000, 1", "150000, 4"})
    void triesAgainWhereATrialCameToNoEnd(long call, int threads) throws Exception {
        kill(call, threads);
        assertThat(info().get("trial").isNull()).isTrue();
        assertThat(info().get("format").asText()).isEmpty();
        assertThat(CacheContents.parts(cache)).isEmpty();

        RunReport report = Letters.run(cache, threads);

        JsonNode decided = info();
        assertThat(report.step("keep").storedAs().trialNanos()).isPositive();
        assertThat(decided.at("/trial/candidates")).isNotEmpty();
        assertHasAllRows();
        assertThat(Letters.run(cache, threads).step("keep").shardsReused()).isEqualTo(2);
        assertThat(info()).isEqualTo(decided);
    }

    private void assertHasAllRows() throws IOException {
        assertThat(CacheContents.temporaries(cache)).isZero();
        String extension = "." + info().get("format").asText();
        assertThat(CacheContents.parts(cache).keySet()).hasSize(2).allMatch(name -> name.endsWith(extension));
        try (LettersCache letters = LettersCache.open(cache)) {
            long[] id = {0};
            letters.keep().forEach(row -> assertThat(row).isEqualTo(Letters.letter(id[0]++)));
            assertThat(id[0]).isEqualTo(Letters.ROWS);
        }
    }

    private JsonNode info() throws IOException {
        ObjectNode info =
                (ObjectNode) new ObjectMapper().readTree(KilledTrial.info(cache).toFile());
        info.remove(List.of("memory", "checksum")); // what a run has held is another thing
        return info;
    }

    private void kill(long call, int threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ShortLivedJvm.command(KilledTrial.class, cache, call, threads))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
    }
}
