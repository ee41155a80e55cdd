package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.Split;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of five rows, which pyarrow 25, in row groups of three, and DuckDB 1.5 wrote in different ways. */
class ParquetSourceTest {

    private static final RecordType PERSON = RecordType.named("Person")
            .nullable("name", ScalarType.STRING)
            .column("age", ScalarType.INT)
            .build();

    @TempDir
    Path directory;

    record ReadParquet(Path path, ShardSerializer<List<@Nullable Object>> rows)
            implements ParquetSource<List<@Nullable Object>> {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pyarrow-snappy",
                "pyarrow-gzip-v2",
                "pyarrow-zstd-deltas",
                "pyarrow-none-small-pages",
                "duckdb",
                "duckdb-v2"
            })
    void readsWhatPyarrowWrote(String file) throws Exception {
        assertColumn(
                file,
                nullable("tiny", ScalarType.BYTE, ValueReader::readByte),
                (byte) 1,
                (byte) -2,
                (byte) 3,
                null,
                (byte) 5);
        assertColumn(file, nullable("tiny", ScalarType.LONG, ValueReader::readLong), 1L, -2L, 3L, null, 5L);
        assertColumn(file, of("wide", ScalarType.INT, ValueReader::readInt), 1, 2, 3, 4, Integer.MAX_VALUE);
        assertColumn(file, of("wide", ScalarType.LONG, ValueReader::readLong), 1L, 2L, 3L, 4L, 2147483647L);
        assertColumn(file, of("unsigned", ScalarType.LONG, ValueReader::readLong), 0L, 1L, 2L, 3L, 4294967295L);
        assertColumn(
                file,
                of("single", ScalarType.FLOAT, ValueReader::readFloat),
                1.5f,
                2.5f,
                -0.0f,
                Float.POSITIVE_INFINITY,
                3.25f);
        assertColumn(
                file,
                of("single", ScalarType.DOUBLE, ValueReader::readDouble),
                1.5,
                2.5,
                -0.0,
                Double.POSITIVE_INFINITY,
                3.25);
        assertColumn(file, nullable("text", ScalarType.STRING, ValueReader::readString), "a", "b", "a", null, "grün");
        assertColumn(file, of("plain", ScalarType.STRING, ValueReader::readString), "x0", "x1", "x2", "x3", "x4");
        assertColumn(
                file, nullable("flag", ScalarType.BOOLEAN, ValueReader::readBoolean), true, null, false, true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pyarrow-snappy",
                "pyarrow-gzip-v2",
                "pyarrow-zstd-deltas",
                "pyarrow-none-small-pages",
                "duckdb",
                "duckdb-v2"
            })
    void readsTimesOfAnyUnitAndDecimalsOfAnyWidth(String file) throws Exception {
        assertColumn(
                file,
                of("ms", ScalarType.INSTANT, ValueReader::readInstant),
                Instant.EPOCH,
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(-1),
                Instant.ofEpochMilli(1700000000123L),
                Instant.ofEpochMilli(5));
        assertColumn(
                file,
                of("ns", ScalarType.DATE_TIME, ValueReader::readDateTime),
                LocalDateTime.parse("1970-01-01T00:00"),
                LocalDateTime.parse("1970-01-01T00:00:00.000000001"),
                LocalDateTime.parse("1969-12-31T23:59:59.999999999"),
                LocalDateTime.parse("2023-11-14T22:13:20.123456789"),
                LocalDateTime.parse("1970-01-01T00:00:00.000000005"));
        assertColumn(
                file,
                of("day", ScalarType.DATE, ValueReader::readDate),
                LocalDate.ofEpochDay(0),
                LocalDate.ofEpochDay(1),
                LocalDate.ofEpochDay(-1),
                LocalDate.ofEpochDay(19000),
                LocalDate.ofEpochDay(5));
        assertColumn(
                file,
                nullable("price", ScalarType.DECIMAL, ValueReader::readDecimal),
                new BigDecimal("1.50"),
                new BigDecimal("-2.25"),
                null,
                new BigDecimal("0.00"),
                new BigDecimal("9999999.99"));
        BigDecimal big = new BigDecimal("1.5000000001");
        assertColumn(file, of("big", ScalarType.DECIMAL, ValueReader::readDecimal), big, big, big, big, big);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pyarrow-snappy",
                "pyarrow-gzip-v2",
                "pyarrow-zstd-deltas",
                "pyarrow-none-small-pages",
                "duckdb",
                "duckdb-v2"
            })
    void readsListsMapsAndRecords(String file) throws Exception {
        Function<ValueReader, Object> array = in -> list(in.readInts());
        assertColumn(
                file,
                nullable("numbers", new ArrayType(ScalarType.INT), array),
                List.of(1, 2),
                List.of(),
                null,
                List.of(3),
                List.of(4, 5, 6));
        assertColumn(
                file,
                nullable("numbers", new ListType(ScalarType.INT, false, false), ParquetSourceTest::list),
                List.of(1, 2),
                List.of(),
                null,
                List.of(3),
                List.of(4, 5, 6));
        assertColumn(file, nullable("person", PERSON, ParquetSourceTest::person), "A 1", null, "null 3", "D 4", "E 5");
        assertColumn(
                file,
                nullable("weights", new MapType(ScalarType.DOUBLE, true), ParquetSourceTest::map),
                Map.of("a", 1.0),
                Map.of(),
                null,
                mapWithNull(),
                Map.of());
    }

    @Test
    void cutsFilesByRowGroupsAndStartsAnywhere() throws Exception {
        Files.copy(file("pyarrow-snappy"), directory.resolve("b.parquet"));
        Files.copy(file("pyarrow-gzip-v2"), directory.resolve("a.parquet"));
        Files.writeString(directory.resolve("README.md"), "not rows");
        Files.writeString(directory.resolve("_SUCCESS"), "");
        ReadParquet source = read(directory, of("plain", ScalarType.STRING, ValueReader::readString));

        List<Split> splits = source.splits();

        assertThat(splits).extracting(Split::name).containsExactly("a.parquet", "a.parquet", "b.parquet", "b.parquet");
        assertThat(splits).extracting(split -> split.rows().orElseThrow()).containsExactly(3L, 2L, 3L, 2L);
        assertThat(Steps.readFrom(0, source)).hasSize(10);
        assertThat(Steps.readFrom(1, source))
                .map(row -> row.get(0))
                .containsExactly("x1", "x2", "x4", "x1", "x2", "x4");
        assertThat(Steps.readFrom(7, source)).isEmpty();
    }

    @Test
    void aNullWhereNoneMayBeNamesFileColumnAndRow() {
        ReadParquet source = read(file("pyarrow-snappy"), of("text", ScalarType.STRING, ValueReader::readString));

        assertThatThrownBy(() -> Steps.read(source))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("pyarrow-snappy.parquet", "column text", "row 3", "null");
    }

    @Test
    void aNullWithinAValueNamesFileColumnAndRow() {
        ReadParquet source =
                read(file("pyarrow-snappy"), nullable("weights", new MapType(ScalarType.DOUBLE, false), in -> {
                    Map<String, Double> map = new LinkedHashMap<>();
                    for (in.beginMap(); in.nextEntry(); ) {
                        map.put(in.readString(), in.readDouble());
                    }
                    return map;
                }));

        assertThatThrownBy(() -> Steps.read(source))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("weights.key_value.value", "row 3", "null");
    }

    @Test
    void aMissingColumnIsNullWhereThatMayBeAndAnErrorElsewhere() throws Exception {
        assertColumn(
                "pyarrow-snappy",
                nullable("absent", ScalarType.INT, ValueReader::readInt),
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() ->
                        Steps.read(read(file("pyarrow-snappy"), of("absent", ScalarType.INT, ValueReader::readInt))))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("pyarrow-snappy.parquet", "no column absent", "int", "tiny, wide");
    }

    @Test
    void aColumnOfAnotherTypeIsAnErrorThatNamesBoth() {
        Map<String, ColumnType> wrong = new LinkedHashMap<>();
        wrong.put("wide", ScalarType.SHORT);
        wrong.put("unsigned", ScalarType.INT);
        wrong.put("text", ScalarType.BYTES);
        wrong.put("ms", ScalarType.DATE_TIME);
        wrong.put("ns", ScalarType.INSTANT);
        wrong.put("day", ScalarType.INT);
        wrong.put("numbers", ScalarType.INT);
        wrong.put("person", ScalarType.STRING);
        wrong.put("weights", new ListType(ScalarType.INT, false, false));
        wrong.put("flag", PERSON);
        wrong.put("plain", new ArrayType(ScalarType.INT));
        wrong.put("single", new MapType(ScalarType.INT, false));

        wrong.forEach((column, type) -> assertThatThrownBy(
                        () -> Steps.read(read(file("pyarrow-snappy"), of(column, type, ValueReader::readInt))))
                .as(column)
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll(
                        "pyarrow-snappy.parquet", "column " + column, " in the file, where the row has "));
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNotParquet() throws Exception {
        Path text = Files.writeString(directory.resolve("text.parquet"), "this is not what it seems");

        assertThatThrownBy(() -> read(text, of("x", ScalarType.INT, ValueReader::readInt))
                        .splits())
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("text.parquet", "does not begin and end as Parquet files do");
        assertThatThrownBy(() -> read(directory.resolve("none"), of("x", ScalarType.INT, ValueReader::readInt))
                        .splits())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aFileThatChangedIsNotReadOn() throws Exception {
        Path copy = Files.copy(file("pyarrow-snappy"), directory.resolve("copy.parquet"));
        ReadParquet source = read(copy, of("plain", ScalarType.STRING, ValueReader::readString));
        Split split = source.splits().get(0);
        Files.delete(copy);
        Files.copy(file("pyarrow-gzip-v2"), copy);

        assertThatThrownBy(() -> source.open(split, 0))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void readsRowsOfOneSplitOnly() throws Exception {
        ReadParquet source = read(file("pyarrow-snappy"), of("wide", ScalarType.INT, ValueReader::readInt));
        try (RowReader<List<@Nullable Object>> rows =
                source.open(source.splits().get(0), 2)) {
            assertThat(Objects.requireNonNull(rows.next()).get(0)).isEqualTo(3);
            assertThat(rows.next()).isNull();
        }
    }

    private static void assertColumn(String file, Field<?> field, @Nullable Object... expected) throws Exception {
        List<@Nullable Object> values = new ArrayList<>();
        for (List<@Nullable Object> row : Steps.read(read(file(file), field))) {
            values.add(row.get(0));
        }
        assertThat(values).as(field.column().toString()).isEqualTo(Arrays.asList(expected));
    }

    private static ReadParquet read(Path path, Field<?> field) {
        return new ReadParquet(path, ColumnsSerializer.of(field));
    }

    private static Field<Object> of(String name, ColumnType type, Function<ValueReader, Object> read) {
        return Field.of(name, type, (out, value) -> {}, read);
    }

    private static Field<Object> nullable(String name, ColumnType type, Function<ValueReader, Object> read) {
        return Field.nullable(name, type, (out, value) -> {}, read);
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(ParquetSourceTest.class.getResource("/parquet/" + name + ".parquet"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Object list(ValueReader in) {
        List<Integer> values = new ArrayList<>(in.beginList());
        while (in.nextElement()) {
            values.add(in.readInt());
        }
        return values;
    }

    private static Object person(ValueReader in) {
        String name = "";
        int age = 0;
        for (int column = in.beginRecord(PERSON); column >= 0; column = in.nextColumn()) {
            if (column == 0) {
                name = in.readNull() ? "null" : in.readString();
            } else {
                age = in.readInt();
            }
        }
        return name + " " + age;
    }

    private static Object map(ValueReader in) {
        Map<String, @Nullable Double> map = new LinkedHashMap<>();
        for (in.beginMap(); in.nextEntry(); ) {
            String key = in.readString();
            map.put(key, in.readNull() ? null : Double.valueOf(in.readDouble()));
        }
        return map;
    }

    private static Map<String, @Nullable Double> mapWithNull() {
        Map<String, @Nullable Double> map = new LinkedHashMap<>();
        map.put("b", 2.0);
        map.put("c", null);
        return map;
    }
}
