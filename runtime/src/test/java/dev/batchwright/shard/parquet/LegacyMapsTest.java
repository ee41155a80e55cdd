package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.ValueReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps, and times of 96 bits in lists and maps, as older writers laid them out; written by the parquet-java of users. */
class LegacyMapsTest {

    private static final Instant MOON = Instant.parse("1969-07-20T20:17:40.000000001Z");

    private static final MapType NUMBERS = new MapType(ScalarType.INT, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required group c (MAP) { repeated group key_value { required binary key (STRING); optional int32 value; } }",
                "required group c (MAP) { repeated group map (MAP_KEY_VALUE) { required binary key (STRING); optional int32 value; } }",
                "required group c (MAP_KEY_VALUE) { repeated group map { required binary key (STRING); optional int32 value; } }",
                "required group c (MAP) { repeated group key_value { optional binary key (STRING); optional int32 value; } }",
                "required group c (MAP) { repeated group map { optional binary key (STRING); required int32 value; } }",
                "required group c (MAP) { repeated group entries { required binary k (STRING); required int32 v; } }",
                "required group c { repeated group bag { required binary name (STRING); optional int32 number; } }"
            })
    void areReadWhateverTheirPartsAreCalled(String field) throws IOException {
        byte[] file = file(field, entries("a", 1, "grün", 2), entries(), entries("a", 3));

        assertThat(read(file, NUMBERS, LegacyMapsTest::numbers))
                .isEqualTo(List.of(Map.of("a", 1, "grün", 2), Map.of(), Map.of("a", 3)));
    }

    @Test
    void mayHaveNullsForValues() throws IOException {
        byte[] file = file(
                "optional group c (MAP) { repeated group map { optional binary key (STRING); optional int32 value; } }",
                entries("a", null, "b", 2));

        assertThat(read(file, NUMBERS, LegacyMapsTest::numbers))
                .first()
                .asString()
                .isEqualTo("{a=null, b=2}");
        assertThatThrownBy(() -> read(file, new MapType(ScalarType.INT, false), LegacyMapsTest::firstNumber))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "c.map.value", "null");
    }

    @Test
    void areRefusedForAKeyThatIsNull() throws IOException {
        byte[] file = file(
                "required group c (MAP) { repeated group map { optional binary key (STRING); optional int32 value; } }",
                entries("a", 1),
                entries(null, 2));

        assertThatThrownBy(() -> read(file, NUMBERS, LegacyMapsTest::numbers))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "c.map.key", "row 1", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required group c (MAP) { repeated group map { required int32 key; optional int32 value; } }",
                "required group c (MAP) { repeated group map { required binary key (STRING); } }",
                "required group c (MAP) { repeated group map { required binary key (STRING); optional int32 value; optional int32 more; } }",
                "required group c (MAP) { repeated group map { required binary key (STRING); required binary value (STRING); } }",
                "repeated binary c (STRING);",
                "required int32 c;",
                "required group c { required binary key (STRING); optional int32 value; }"
            })
    void areRefusedWhereTheyAreNone(String field) throws IOException {
        byte[] file = file(field, row -> {
            if (field.startsWith("required int32")) {
                row.add("c", 1);
            } else if (field.startsWith("required group c {")) {
                row.addGroup("c").append("key", "a");
            } else if (field.startsWith("required")) {
                row.addGroup("c");
            }
        });

        assertThatThrownBy(() -> read(file, NUMBERS, LegacyMapsTest::numbers))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "column c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required group c (LIST) { repeated group list { optional int96 element; } }",
                "required group c (LIST) { repeated group bag { optional int96 array_element; } }",
                "required group c (LIST) { repeated int96 array; }",
                "repeated int96 c;"
            })
    void timesOf96BitsAreReadInListsOfAnyForm(String field) throws IOException {
        byte[] file = file(field, times(field, MOON, Instant.EPOCH), times(field), times(field, MOON));

        assertThat(read(file, new ListType(ScalarType.INSTANT, false, false), list(ValueReader::readInstant)))
                .isEqualTo(List.of(List.of(MOON, Instant.EPOCH), List.of(), List.of(MOON)));
        assertThat(read(file, new ListType(ScalarType.DATE_TIME, false, false), list(ValueReader::readDateTime)))
                .element(2)
                .isEqualTo(List.of(LocalDateTime.ofInstant(MOON, ZoneOffset.UTC)));
        assertThatThrownBy(() -> read(file, new ListType(ScalarType.DATE, false, false), list(ValueReader::readDate)))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("foreign.parquet", "column c", "int96");
    }

    @Test
    void timesOf96BitsAreReadInMaps() throws IOException {
        byte[] file = file(
                "required group c (MAP) { repeated group map { required binary key (STRING); optional int96 value; } }",
                row -> {
                    Group entry = row.addGroup("c").addGroup(0);
                    entry.append("key", "landing");
                    entry.append("value", time(MOON));
                });

        assertThat(read(file, new MapType(ScalarType.INSTANT, true), map(ValueReader::readInstant)))
                .isEqualTo(List.of(Map.of("landing", MOON)));
    }

    private static Consumer<Group> entries(@Nullable Object... keysAndValues) {
        return row -> {
            Group map = row.addGroup("c");
            for (int i = 0; i < keysAndValues.length; i += 2) {
                Group entry = map.addGroup(0);
                if (keysAndValues[i] instanceof String key) {
                    entry.add(0, key);
                }
                if (keysAndValues[i + 1] instanceof Integer value) {
                    entry.add(1, value);
                }
            }
        };
    }

    private static Consumer<Group> times(String field, Instant... times) {
        return row -> {
            boolean isBare = field.startsWith("repeated");
            Group list = isBare ? row : row.addGroup("c");
            for (Instant time : times) {
                (field.contains("repeated group") ? list.addGroup(0) : list).add(0, time(time));
            }
        };
    }

    private static NanoTime time(Instant time) {
        long second = time.getEpochSecond();
        long nanos = Math.floorMod(second, 86_400L) * 1_000_000_000 + time.getNano();
        return new NanoTime((int) Math.floorDiv(second, 86_400L) + 2_440_588, nanos);
    }

    @SafeVarargs
    private static byte[] file(String field, Consumer<Group>... rows) throws IOException {
        List<Consumer<Group>> all = new ArrayList<>();
        for (Consumer<Group> row : rows) {
            all.add(row);
        }
        return GroupFile.of("message old { " + field + " }", all);
    }

    private static List<@Nullable Object> read(byte[] file, ColumnType type, Function<ValueReader, Object> read)
            throws IOException {
        ColumnsSerializer serializer = ColumnsSerializer.of(Field.of("c", type, (out, value) -> {}, read));
        List<@Nullable Object> values = new ArrayList<>();
        try (ParquetRows<List<@Nullable Object>> rows =
                ParquetRows.open(new BytesPartInput("foreign.parquet", file), serializer)) {
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                values.add(row.get(0));
            }
        }
        return values;
    }

    /** Does not ask for nulls, as a row that has none does not. */
    private static Object firstNumber(ValueReader in) {
        in.beginMap();
        in.nextEntry();
        return in.readString() + in.readInt();
    }

    private static Object numbers(ValueReader in) {
        return map(ValueReader::readInt).apply(in);
    }

    private static Function<ValueReader, Object> map(Function<ValueReader, Object> value) {
        return in -> {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            in.beginMap();
            while (in.nextEntry()) {
                entries.put(in.readString(), in.readNull() ? null : value.apply(in));
            }
            return entries;
        };
    }

    private static Function<ValueReader, Object> list(Function<ValueReader, Object> element) {
        return in -> {
            List<Object> elements = new ArrayList<>();
            in.beginList();
            while (in.nextElement()) {
                elements.add(element.apply(in));
            }
            return elements;
        };
    }
}
