package dev.batchwright.samples.everykind.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.io.ParquetSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our source opens what DuckDB writes, and finds what DuckDB itself says is there. */
class DuckDbWritesTest {

    private static final int ROWS = 3_000;

    /** Its random numbers follow from the seed that comes before. */
    private static final String ROWS_OF_EVERY_TYPE = """
            CREATE TABLE made AS SELECT
                n % 3 = 0 AS yes,
                (n % 256 - 128)::TINYINT AS tiny,
                (random() * 65535 - 32768)::SMALLINT AS small,
                CASE WHEN n % 100 = 7 THEN -2147483648 ELSE (n * 7919 % 100000)::INTEGER END AS usual,
                CASE WHEN n % 100 = 8 THEN 9223372036854775807 ELSE (random() * 1e15)::BIGINT END AS large,
                (n % 256)::UTINYINT AS utiny,
                (n * 31 % 65536)::USMALLINT AS usmall,
                (4294967295 - n)::UINTEGER AS uint,
                (18446744073709551615 - n)::UBIGINT AS ubig,
                CASE n % 50 WHEN 1 THEN 'nan' WHEN 2 THEN '-inf' ELSE random() END::FLOAT AS rough,
                CASE n % 50 WHEN 3 THEN '-0.0' WHEN 4 THEN 'inf' ELSE random() END::DOUBLE AS fine,
                (n % 9999 / 100)::DECIMAL(4, 2) AS dec4,
                (random() * 1e5 - 5e4)::DECIMAL(9, 3) AS dec9,
                (random() * 1e9)::DECIMAL(18, 8) AS dec18,
                (random() * 1e20)::DECIMAL(38, 10) AS dec38,
                CASE WHEN n < 2000 THEN 'word' || n % 20 ELSE 'only once: ' || random() END AS text,
                ('bytes ' || n)::BLOB AS bytes,
                uuid() AS id,
                DATE '1970-01-01' + (random() * 40000 - 20000)::INTEGER AS day,
                TIMESTAMP '1970-01-01' + to_microseconds((random() * 4e15 - 1e15)::BIGINT) AS local,
                (TIMESTAMP '2001-02-03 04:05:06.789' + to_days(n::INTEGER))::TIMESTAMP_MS AS "localMillis",
                make_timestamp_ns((random() * 2e18)::BIGINT) AS "localNanos",
                (TIMESTAMP '1969-12-31' + to_seconds(n))::TIMESTAMPTZ AS moment,
                TIME '00:00:00' + to_microseconds((random() * 86399999999)::BIGINT) AS time,
                (CASE WHEN n % 7 = 0 THEN 'LOW' ELSE 'HIGH' END)::level AS level,
                range((n % 4)::INTEGER)::INTEGER[] AS numbers,
                CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN [] ELSE ['a', NULL, 'b' || n] END AS texts,
                MAP {'a': n, 'b': CASE WHEN n % 2 = 0 THEN n END} AS counts,
                CASE WHEN n % 4 > 0 THEN {name: 'p' || n, latitude: CASE WHEN n % 3 > 0 THEN random() END} END AS place,
                CASE WHEN n % 2 = 0 THEN [{name: 'first', latitude: 1.5::DOUBLE}, {name: 'second', latitude: NULL}] ELSE [] END
                    AS places,
                CASE WHEN n % 6 > 0 THEN n::INTEGER END AS "maybeUsual",
                CASE WHEN n % 6 > 1 THEN 'maybe ' || n % 9 END AS "maybeText",
                NULL::DOUBLE AS "allNull",
                'a column that the row does not have' AS other
            FROM range(ROWS) AS numbers(n)
            """.replace("ROWS", Integer.toString(ROWS));

    private static DuckDb duckDb;
    private static List<Map<String, @Nullable Object>> expected;

    @TempDir
    Path directory;

    record ReadDuckTypes(Path path) implements ParquetSource<DuckTypes> {

        @Override
        public ShardSerializer<DuckTypes> rows() {
            return DuckTypesShardSerializer.INSTANCE;
        }
    }

    @BeforeAll
    static void makeRows() throws Exception {
        duckDb = DuckDb.open();
        duckDb.run("CREATE TYPE level AS ENUM ('LOW', 'HIGH')");
        duckDb.run("SELECT setseed(0.4711)");
        duckDb.run(ROWS_OF_EVERY_TYPE);
        expected = duckDb.rows("SELECT * EXCLUDE (other) FROM made");
        // A row has no time of day; it is read as the time since midnight. And what is unsigned and wide is a decimal.
        expected.forEach(row -> {
            row.computeIfPresent("time", (name, time) -> Duration.ofNanos(((LocalTime) time).toNanoOfDay()));
            row.computeIfPresent("ubig", (name, number) -> new java.math.BigDecimal(number.toString()));
        });
    }

    @AfterAll
    static void close() throws Exception {
        duckDb.close();
    }

    @ParameterizedTest
    @CsvSource({
        "uncompressed, V1",
        "uncompressed, V2",
        "snappy, V1",
        "snappy, V2",
        "gzip, V1",
        "zstd, V1",
        "zstd, V2",
        "brotli, V1",
        "brotli, V2",
        "lz4, V1",
        "lz4_raw, V2"
    })
    void isReadWithEveryCodecAndInEitherVersion(String codec, String version) throws Exception {
        Path file = directory.resolve("made.parquet");
        duckDb.run("COPY made TO " + DuckDb.quoted(file) + " (FORMAT parquet, ROW_GROUP_SIZE 2048, CODEC '" + codec
                + "', PARQUET_VERSION " + version + ")");

        List<Map<String, @Nullable Object>> read = read(file);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).as("row %d", i).isEqualTo(expected.get(i));
        }
        assertThat(read).hasSameSizeAs(expected);
    }

    @Test
    void usesTheEncodingsThatWeMeanToTest() throws Exception {
        Path file = directory.resolve("made.parquet");
        duckDb.run("COPY made TO " + DuckDb.quoted(file) + " (FORMAT parquet, PARQUET_VERSION V2)");

        assertThat(duckDb.rows(
                        "SELECT DISTINCT trim(encoding) AS encoding FROM (SELECT unnest(string_split(encodings, ','))"
                                + " AS encoding FROM parquet_metadata(" + DuckDb.quoted(file) + "))"))
                .map(row -> row.get("encoding"))
                .contains(
                        "DELTA_BINARY_PACKED",
                        "DELTA_LENGTH_BYTE_ARRAY",
                        "BYTE_STREAM_SPLIT",
                        "RLE_DICTIONARY",
                        "PLAIN");
    }

    private static List<Map<String, @Nullable Object>> read(Path file) throws Exception {
        ReadDuckTypes source = new ReadDuckTypes(file);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Split split : source.splits()) {
            try (RowReader<DuckTypes> reader = source.open(split, 0)) {
                for (DuckTypes row = reader.next(); row != null; row = reader.next()) {
                    rows.add(PlainRow.of(row, source.rows().schema()));
                }
            }
        }
        return rows;
    }
}
