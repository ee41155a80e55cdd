package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.msgpack.MessagePackFormat;
import dev.batchwright.shard.object.ObjectFormat;
import dev.batchwright.shard.parquet.ParquetFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What parts of an earlier record give when they are read as the present one, in every format. */
class EvolvedRowsTest {

    private static final long SEED = 20_261_130;
    private static final int ROWS = 3000;
    private static final List<ShardFormat> FORMATS =
            List.of(new ParquetFormat(), new MessagePackFormat(), new ObjectFormat());

    /** What was stored, and what it is read as. */
    private static final String[][] CASES = {
        {"{a:byte}", "{a:short}"},
        {"{a:byte}", "{a:int}"},
        {"{a:byte}", "{a:long}"},
        {"{a:byte}", "{a:double}"},
        {"{a:short}", "{a:int}"},
        {"{a:short}", "{a:long}"},
        {"{a:short}", "{a:double}"},
        {"{a:int}", "{a:long}"},
        {"{a:int}", "{a:double}"},
        {"{a:float}", "{a:double}"},
        {"{a:int?}", "{a:long?}"},
        {"{a:optional<byte>}", "{a:optional<double>}"},
        {"{a:array<short>,t:string}", "{a:array<int>,t:string}"},
        {"{a:array<short>}", "{a:array<long>}"},
        {"{a:array<short>?}", "{a:array<double>?}"},
        {"{a:array<int>}", "{a:array<long>}"},
        {"{a:array<int>}", "{a:array<double>}"},
        {"{a:array<float>}", "{a:array<double>}"},
        {"{a:list<int?>,b:string}", "{a:list<long?>,b:string}"},
        {"{a:set<float>}", "{a:set<double>}"},
        {"{a:map<short>}", "{a:map<int>}"},
        {"{a:map<string?>}", "{a:map<string?>,b:int?}"},
        {"{a:list<map<optional<list<byte>>>>}", "{a:list<map<optional<list<long>>>>}"},
        {"{a:string}", "{a:string,b:string?}"},
        {"{a:string,c:int}", "{b:optional<string>,a:string,d:list<int>?,c:int,e:{f:int}?}"},
        {"{}", "{a:int?}"},
        {"{n:{}}", "{n:{a:int?}}"},
        {"{n:{a:int},z:long}", "{n:{b:string?,a:long,c:optional<int>},z:long}"},
        {"{n:{m:{a:int}?},z:int}", "{n:{m:{a:int,b:int?}?,k:int?},z:double}"},
        {"{a:list<{x:int,y:float}>}", "{a:list<{w:int?,x:long,y:double}>}"},
        {"{a:map<{x:int}?>,t:string?}", "{a:map<{x:int,y:{z:int}?}?>,t:string?}"},
        {"{a:list<{b:list<{c:int}>}>}", "{a:list<{b:list<{c:double,d:string?}>,e:int?}>}"},
        {"{s:union(A{x:int}|B{}|C{t:string})}", "{s:union(A{x:long,y:int?}|B{z:int?}|C{t:string})}"},
        {"{s:list<union(A{l:list<int>}|B{})>,t:int}", "{s:list<union(A{l:list<long>}|B{})>,t:long}"},
        {"{s:union(A{u:union(B{x:int}|C{})}|D{x:byte})?}", "{s:union(A{u:union(B{x:long}|C{n:int?})}|D{x:int})?}"}
    };

    static Stream<Evolved> cases() {
        return FORMATS.stream()
                .flatMap(format -> Arrays.stream(CASES)
                        .filter(schemas ->
                                !schemas[0].equals("{}") || !(format instanceof ParquetFormat)) // refuses to write it
                        .map(schemas ->
                                new Evolved(format, RecordType.parse(schemas[0]), RecordType.parse(schemas[1]))));
    }

    /** A format with an earlier and a present schema. */
    record Evolved(ShardFormat format, RecordType stored, RecordType wanted) {

        ShardSerializer<List<@Nullable Object>> reader() {
            return EvolvedSerializer.of(stored, SchemaRows.serializer(wanted));
        }

        List<List<@Nullable Object>> rows() {
            return new SchemaRows(SEED).rows(stored, ROWS);
        }

        List<List<@Nullable Object>> expected() {
            return rows().stream().map(row -> record(stored, wanted, row)).toList();
        }

        byte[] part() {
            return PartBytes.write(format, SchemaRows.serializer(stored), CompressionSetting.ZSTD, rows(), 500);
        }

        @Override
        public String toString() {
            return format.name() + ": " + stored.describe() + " as " + wanted.describe();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWholeRows(Evolved evolved) {
        assertThat(PartBytes.rows(evolved.format(), evolved.reader(), evolved.part()))
                .as("seed %d", SEED)
                .isEqualTo(evolved.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsBatches(Evolved evolved) {
        assertThat(PartBytes.batchedRows(evolved.format(), evolved.reader(), evolved.part(), 97))
                .as("seed %d", SEED)
                .isEqualTo(evolved.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsNothingMoreThanDamageInDamagedParts(Evolved evolved) {
        byte[] part = evolved.part();
        for (int at = part.length / 7; at < part.length; at += part.length / 7) {
            byte[] damaged = part.clone();
            damaged[at] ^= 0x10;

            assertThatThrownBy(() -> PartBytes.rows(evolved.format(), evolved.reader(), damaged))
                    .as("byte %d of %s", at, evolved)
                    .isInstanceOf(CorruptShardException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesPartsOfTheSchemaThatIsRead(Evolved evolved) {
        byte[] part = PartBytes.write(
                evolved.format(),
                SchemaRows.serializer(evolved.wanted()),
                CompressionSetting.NONE,
                new SchemaRows(SEED).rows(evolved.wanted(), 10),
                10);

        assertThatThrownBy(() -> PartBytes.rows(evolved.format(), evolved.reader(), part))
                .isInstanceOf(CorruptShardException.class);
    }

    @Test
    void isTheSerializerItselfWhereNothingHasChanged() {
        ColumnsSerializer serializer = SchemaRows.serializer(RecordType.parse("{a:int,b:{c:int}}"));

        assertThat(EvolvedSerializer.of(RecordType.parse("{a:int,b:{c:int}}"), serializer))
                .isSameAs(serializer);
    }

    @Test
    void writesNothing() {
        Evolved evolved = cases().findFirst().orElseThrow();
        ShardSerializer<List<@Nullable Object>> reader = evolved.reader();

        assertThatThrownBy(() -> PartBytes.write(
                        evolved.format(), reader, CompressionSetting.NONE, List.of(List.<@Nullable Object>of(1)), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are written as they are now");
    }

    private static List<@Nullable Object> record(RecordType stored, RecordType wanted, List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        List<String> names = stored.columns().stream().map(Column::name).toList();
        for (Column column : wanted.columns()) {
            int at = names.indexOf(column.name());
            values.add(at < 0 ? null : value(stored.columns().get(at).type(), column.type(), row.get(at)));
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object value(ColumnType stored, ColumnType wanted, @Nullable Object value) {
        if (value == null || value instanceof String) {
            return value;
        }
        if (wanted instanceof OptionalType optional) {
            return value(((OptionalType) stored).value(), optional.value(), value);
        }
        if (wanted instanceof ArrayType array) {
            return each(((ArrayType) stored).element(), array.element(), (List<@Nullable Object>) value);
        }
        if (wanted instanceof ListType list) {
            return each(((ListType) stored).element(), list.element(), (List<@Nullable Object>) value);
        }
        if (wanted instanceof MapType map) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            ((Map<String, @Nullable Object>) value)
                    .forEach((key, held) -> values.put(key, value(((MapType) stored).value(), map.value(), held)));
            return values;
        }
        if (wanted instanceof UnionType union) {
            List<Object> values = (List<Object>) value;
            int variant = (Integer) values.get(0);
            return List.of(
                    variant,
                    record(
                            ((UnionType) stored).variants().get(variant),
                            union.variants().get(variant),
                            (List<@Nullable Object>) values.get(1)));
        }
        if (wanted instanceof RecordType record) {
            return record((RecordType) stored, record, (List<@Nullable Object>) value);
        }
        Number number = (Number) value;
        return switch ((ScalarType) wanted) {
            case BYTE -> number.byteValue();
            case SHORT -> number.shortValue();
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            default -> number.doubleValue();
        };
    }

    private static List<@Nullable Object> each(ColumnType stored, ColumnType wanted, List<@Nullable Object> values) {
        List<@Nullable Object> wide = new ArrayList<>();
        values.forEach(value -> wide.add(value(stored, wanted, value)));
        return wide;
    }
}
