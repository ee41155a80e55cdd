package dev.batchwright.samples.everykind.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Batch;
import dev.batchwright.ColumnStatistics;
import dev.batchwright.Dataset;
import dev.batchwright.RunOptions;
import dev.batchwright.VerifyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsTest {

    private static final int ROWS = 500;
    private static final List<Everything> MADE = LongStream.range(0, ROWS)
            .mapToObj(number -> new EverythingMaker(number).make())
            .toList();

    @TempDir
    private static Path cache;

    @BeforeAll
    static void run() {
        ColumnsRunner.builder()
                .makeEverything(new MakeEverything(ROWS))
                .build()
                .run(RunOptions.cacheAt(cache).progress(RunOptions.Progress.OFF));
    }

    @Test
    void messagePackGivesBackEveryColumnAsItWas() {
        try (ColumnsCache rows = ColumnsCache.open(cache)) {
            assertEqual(rows.keepAsMessagePack());
        }
    }

    @Test
    void theObjectFormatGivesBackEveryColumnAsItWas() {
        try (ColumnsCache rows = ColumnsCache.open(cache)) {
            assertEqual(rows.keepAsObject());
        }
    }

    @Test
    void parquetGivesBackEveryColumnAsItWas() {
        try (ColumnsCache rows = ColumnsCache.open(cache)) {
            assertEqual(rows.keepAsParquet());
        }
    }

    @Test
    void aColumnCanBeReadWithoutTheOthers() {
        try (ColumnsCache rows = ColumnsCache.open(cache)) {
            int seen = 0;
            for (Batch<Everything> batch : rows.keepAsParquet().batches(64)) {
                EverythingBatch columns = EverythingBatch.of(batch);
                for (int row = 0; row < batch.size(); row++) {
                    assertThat(columns.link(row)).isEqualTo(MADE.get(seen++).link());
                }
            }
            assertThat(seen).isEqualTo(ROWS);
        }
    }

    @Test
    void columnsThatWereKeptGiveTheSameRowsAgain() {
        try (ColumnsCache rows = ColumnsCache.open(cache)) {
            for (int pass = 0; pass < 3; pass++) {
                assertEqual(rows.keepAsParquet());
                assertEqual(rows.keepAsMessagePack());
            }
            ColumnStatistics statistics = rows.statistics();
            assertThat(statistics.hits()).isGreaterThan(statistics.misses());
            assertThat(statistics.bytes()).isPositive();
        }
    }

    @Test
    void aCheckNamesWhatIsDamagedInAnyFormat(@TempDir Path damaged) throws IOException {
        for (Path file : files(cache)) {
            Path copy = damaged.resolve(cache.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        for (Path part : files(damaged)) {
            if (part.getFileName().toString().matches("\\d+\\.\\d+\\.(msgpack|parquet|object)")) {
                byte[] bytes = Files.readAllBytes(part);
                bytes[bytes.length / 3] ^= 16;
                Files.write(part, bytes);
            }
        }

        try (ColumnsCache rows = ColumnsCache.open(cache);
                ColumnsCache broken = ColumnsCache.open(damaged)) {
            assertThat(rows.verify()).matches(VerifyReport::isSound);
            VerifyReport report = broken.verify();
            for (String step : List.of("keep-as-message-pack", "keep-as-object", "keep-as-parquet")) {
                assertThat(report.step(step).damage()).as(step).isNotEmpty().allSatisfy(damage -> {
                    assertThat(damage.file()).startsWith(step + "/");
                    assertThat(damage.endRow()).isBetween(damage.firstRow() + 1, (long) ROWS);
                });
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void assertEqual(Dataset<Everything> rows) {
        int seen = 0;
        for (Everything row : rows) {
            assertThat(row)
                    .as("row %d", seen)
                    .usingRecursiveComparison()
                    .withEqualsForType(Float::equals, Float.class)
                    .withEqualsForType(Double::equals, Double.class)
                    .isEqualTo(MADE.get(seen++));
        }
        assertThat(seen).isEqualTo(ROWS);
    }
}
