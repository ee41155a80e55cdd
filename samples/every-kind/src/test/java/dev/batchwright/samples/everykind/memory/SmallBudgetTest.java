package dev.batchwright.samples.everykind.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.SpillReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallBudgetTest {

    @TempDir
    Path folder;

    private static RunReport run(Path cache, int rows, int characters, int threads, String memory) {
        return run(rows, characters, Press.options(cache).threads(threads).memory(memory));
    }

    private static RunReport run(int rows, int characters, RunOptions options) {
        return Press_StacksRunner.builder()
                .readSheets(new Press.ReadSheets(rows, characters))
                .build()
                .run(options);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void rowsForWhichThereIsNoRoomAreMovedToDisk(int threads) throws IOException {
        Path roomy = folder.resolve("roomy");
        Path cramped = folder.resolve("cramped");
        run(roomy, Press.ROWS, 500, 1, "256MiB");
        Files.createDirectories(cramped.resolve("spill"));
        Files.writeString(cramped.resolve("spill/stack-sheets-3.object"), "rows of a run that was killed");

        RunReport report = run(cramped, Press.ROWS, 500, threads, "8MiB");

        assertThat(report.step("stack-sheets").bytesSpilled()).isPositive();
        assertThat(report.toString())
                .contains("stack-sheets has moved")
                .contains("to disk for which memory had no room")
                .contains("of a budget of 8.0 MiB");
        assertThat(report.memory().peakBytes()).isBetween(1L << 20, 8L << 20);
        assertThat(report.memory().heldBytes()).isZero();
        assertThat(report.memory().forgottenBytes()).isZero();
        try (Press_StacksCache few = Press_StacksCache.open(cramped);
                Press_StacksCache many = Press_StacksCache.open(roomy)) {
            assertThat(few.stackSheets()).hasSize(97).containsExactlyElementsOf(many.stackSheets());
        }
        assertThat(cramped.resolve("spill")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void rowsThatAreMovedToDiskAreCompressedAsToldTo(String setting) throws IOException {
        RunReport report = run(
                Press.ROWS, 500, Press.options(folder).threads(1).memory("8MiB").spillCompression(setting));

        SpillReport spills = report.step("stack-sheets").spills();
        assertThat(spills.filesByCompression()).containsOnlyKeys(setting);
        assertThat(spills.why()).isEqualTo("given in the options");
        assertThat(report.toString()).contains(spills.toString());
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"spilledFiles\" : " + spills.files())
                .contains("\"spillReason\" : \"given in the options\"");
    }

    @Test
    void refusesToCompressRowsOnDiskOtherwise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Press.options(folder).spillCompression("gzip"))
                .withMessage("spillCompression must be one of auto, none, lz4, zstd but is 'gzip'");
    }

    @Test
    void aRowThatIsLargerThanTheBudgetIsNamed() {
        assertThatThrownBy(() -> run(folder, 8, 3 << 20, 1, "2MiB"))
                .isInstanceOf(BatchwrightException.class)
                .hasMessageContaining(" MiB at step read-sheets, row 0 of shard 0,")
                .hasMessageContaining("does not fit into the budget of 2.0 MiB")
                .hasMessageContaining("RunOptions.memory");
    }
}
