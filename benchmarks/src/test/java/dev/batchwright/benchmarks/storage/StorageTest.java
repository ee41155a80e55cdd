package dev.batchwright.benchmarks.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.benchmarks.rows.RowShapes;
import dev.batchwright.shard.CompressionSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All contenders give back what they were given. */
class StorageTest {

    private static final Path CORPUS = Path.of(System.getProperty("benchmarks.corpus"));
    private static final int ROWS = 2_500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "vectors", "text", "english", "nested", "columns"})
    void everyContenderReadsTheRowsThatItHasWritten(String name) throws Exception {
        readsWhatItHasWritten(StorageCase.named(name));
    }

    private static <T> void readsWhatItHasWritten(StorageCase<T> stored) throws Exception {
        RowShape<T> shape = stored.shape();
        List<T> rows = shape.rows(ROWS, CORPUS);
        for (CompressionSetting compression : StorageBenchmark.COMPRESSIONS) {
            for (Contender contender : stored.contenders()) {
                Storage<T> storage = stored.storage(contender, compression);
                MemoryFile file = new MemoryFile();
                storage.prepare(rows);
                storage.write(rows, file);
                assertThat(storage.read(file, shape.digest()))
                        .as("%s %s %s", stored.name(), contender, compression)
                        .isEqualTo(storage.expected(rows, shape.digest()));
            }
        }
    }

    @Test
    void aCaseThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StorageCase.named("pictures"))
                .withMessage(
                        "There is no case pictures. Those that are there: numbers, vectors, text, english, nested, columns");
    }

    @Test
    void aPartOfAGivenSizeIsWritten() throws Exception {
        SmallHeapWork.write(RowShapes.VECTORS, CompressionSetting.ZSTD, 5 << 20, CORPUS, folder);
        assertThat(Files.size(folder.resolve("part"))).isGreaterThan(5 << 20);
    }

    @Test
    void rowsForMicrobenchmarksAreWrittenAndRead() throws Exception {
        StoredRows<?> rows = StoredRows.of("numbers", "parquet", CompressionSetting.NONE, 100, CORPUS);
        assertThat(rows.write()).isPositive();
        assertThat(rows.read()).isEqualTo(RowShapes.NUMBERS.digestOf(RowShapes.NUMBERS.rows(100, CORPUS)));
    }
}
