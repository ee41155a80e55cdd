package dev.batchwright.samples.everykind.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.samples.everykind.columns.Everything;
import dev.batchwright.samples.everykind.columns.EverythingShardSerializer;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DuckDB opens our parts as the Parquet files that they are. */
class DuckDbReadsPartsTest {

    private static final long SEED = 20261124;
    private static final EverythingShardSerializer SERIALIZER = EverythingShardSerializer.INSTANCE;
    private static final List<Everything> ROWS = EdgeRows.make(50_000, SEED);
    private static final List<Everything> SOME = ROWS.subList(0, 2_000);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"none", "snappy", "lz4", "zstd"})
    void andFindsTheSameRows(String compression) throws Exception {
        Path part = write(SOME, CompressionSetting.parse(compression));

        try (DuckDb duckDb = DuckDb.open()) {
            List<Map<String, @Nullable Object>> read = duckDb.rows("SELECT * FROM " + DuckDb.quoted(part));

            assertThat(read).hasSameSizeAs(SOME);
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i)).as("row %d, seed %d", i, SEED).isEqualTo(expected(SOME.get(i)));
            }
        }
    }

    @Test
    void andSeesSeveralRowGroups() throws Exception {
        Path part = write(ROWS, CompressionSetting.NONE);

        try (DuckDb duckDb = DuckDb.open()) {
            assertThat(duckDb.rows("SELECT count(DISTINCT row_group_id) AS groups FROM parquet_metadata("
                            + DuckDb.quoted(part) + ")"))
                    .first()
                    .satisfies(row -> assertThat((Long) row.get("groups")).isGreaterThan(1));
            long large = ROWS.stream().filter(row -> row.numbers().large() > 0).count();
            assertThat(duckDb.rows("SELECT count(*) AS found FROM " + DuckDb.quoted(part) + " WHERE numbers.large > 0"))
                    .containsExactly(Map.of("found", large));
            String everyTwentieth = "SELECT * EXCLUDE (file_row_number) FROM read_parquet(" + DuckDb.quoted(part)
                    + ", file_row_number = true) WHERE file_row_number % 20 = 3 ORDER BY file_row_number";
            int i = 3;
            for (Map<String, @Nullable Object> row : duckDb.rows(everyTwentieth)) {
                assertThat(row).as("row %d, seed %d", i, SEED).isEqualTo(expected(ROWS.get(i)));
                i += 20;
            }
            assertThat(i).isEqualTo(ROWS.size() + 3);
        }
    }

    private static Map<String, @Nullable Object> expected(Everything row) {
        Map<String, @Nullable Object> plain = PlainRow.of(row, SERIALIZER.schema());
        // Parts keep the scale of each decimal, which Parquet's own decimals do not have, and therefore its text.
        plain.computeIfPresent("price", (name, price) -> ((BigDecimal) price).toString());
        return plain;
    }

    private Path write(List<Everything> rows, CompressionSetting compression) throws IOException {
        Path part = directory.resolve("00000.000.parquet");
        try (PartWriter<Everything> writer =
                ShardFormats.load().named("parquet").write(Files.newOutputStream(part), SERIALIZER, compression)) {
            for (int from = 0; from < rows.size(); from += 700) {
                writer.write(rows.subList(from, Math.min(rows.size(), from + 700)));
            }
            writer.finish(footer(rows.size(), compression));
        }
        return part;
    }

    private static PartFooter footer(int rows, CompressionSetting compression) {
        String schema = SERIALIZER.schema().hash();
        return new PartFooter("everything", "0", 0, 0, 0, rows, 0, rows, schema, compression.toString(), true, false);
    }
}
