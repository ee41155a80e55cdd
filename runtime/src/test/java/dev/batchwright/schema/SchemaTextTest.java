package dev.batchwright.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.EverythingSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the text of a schema can be read back, and that no text does harm. */
class SchemaTextTest {

    private static final long SEED = 20_261_129;
    private static final List<String> NAMES = List.of(
            "text",
            "größe",
            "dc:title",
            "Last, First",
            "size (mm)",
            "really?",
            "a|b",
            "a<b>",
            "a:int,b",
            "{id}",
            "}",
            "\\",
            "x\\:y",
            ":",
            "",
            ",",
            "enum A(B,C)",
            "a{b",
            "a,b:c",
            "a:b:c");

    private static final List<ScalarType> SCALARS = List.of(ScalarType.values());

    private final Random random = new Random(SEED);

    @Test
    void readsEveryTypeBack() {
        assertThat(RecordType.parse(EverythingSerializer.SCHEMA.describe()).describe())
                .isEqualTo(EverythingSerializer.SCHEMA.describe());
    }

    @Test
    void readsRandomSchemasBackAsTheyWere() {
        for (int i = 0; i < 5_000; i++) {
            RecordType schema = record("row", 4);

            RecordType read = RecordType.parse(schema.describe());

            assertThat(plain(read)).as("schema %d, seed %d", i, SEED).isEqualTo(plain(schema));
            assertThat(read.hash()).isEqualTo(schema.hash());
        }
    }

    @Test
    void writesNoTwoSchemasTheSameWay() {
        RecordType two = RecordType.named("Row")
                .column("a", ScalarType.INT)
                .column("b", ScalarType.INT)
                .build();
        RecordType one =
                RecordType.named("Row").column("a:int,b", ScalarType.INT).build();

        assertThat(one.describe()).isNotEqualTo(two.describe());
        assertThat(one.hash()).isNotEqualTo(two.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "{}}",
                "{a}",
                "{a:}",
                "{a:int,}",
                "{a:int,a:int}",
                "{a:integer}",
                "{a:INT}",
                "{a:list<int}",
                "{a:list<int>>}",
                "{a:list<int??>}",
                "{a:optional<int>?}",
                "{a:optional<optional<int>>}",
                "{a:array<string>}",
                "{a:array<list<int>>}",
                "{a:map<string,int>}",
                "{a:enum (A)}",
                "{a:enum A(,)}",
                "{a:enum A(B}",
                "{a:union(A{}|A{})}",
                "{a:union({})}",
                "{a:int}\u0000",
                "{a\\",
                "{a\\:int}",
                "{\\a:int}",
                " {a:int}"
            })
    void refusesWhatIsNoSchemaAndSaysWhere(String text) {
        assertThatThrownBy(() -> RecordType.parse(text))
                .isInstanceOf(MalformedSchemaException.class)
                .hasMessageContaining("at character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a:", "{a:list<", "{a:union(A{b:", "{a:optional<{b:"})
    void endsWithTextsThatNestWithoutEnd(String piece) {
        assertThatThrownBy(() -> RecordType.parse(piece.repeat(100_000))).isInstanceOf(MalformedSchemaException.class);
    }

    @Test
    void readsChangedTextsAsSchemasOrRefusesThem() {
        String alphabet = "{}<>(),:?|\\ aint\uD83D";
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(record("row", 3).describe());
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(RecordType.parse(text.toString()).describe()).isEqualTo(text.toString());
            } catch (MalformedSchemaException e) {
                refused++;
            }
        }
        assertThat(refused).as("seed %d", SEED).isBetween(5_000, 19_900);
    }

    private RecordType record(String name, int depth) {
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>(NAMES);
        for (int left = random.nextInt(5); left > 0; left--) {
            ColumnType type = type(depth - 1);
            boolean nullable = !(type instanceof OptionalType) && random.nextBoolean();
            columns.add(new Column(names.remove(random.nextInt(names.size())), type, nullable));
        }
        return new RecordType(name, columns);
    }

    private ColumnType type(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 3)) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1 -> new ArrayType(random.nextBoolean() ? ScalarType.FLOAT : ScalarType.SHORT);
            case 2 -> new EnumType("Farbe_ß", random.nextBoolean() ? List.of("ROT", "GRÜN") : List.of());
            case 3 -> new ListType(type(depth - 1), random.nextBoolean(), random.nextBoolean());
            case 4 -> new MapType(type(depth - 1), random.nextBoolean());
            case 5 -> new OptionalType(new ListType(type(depth - 1), random.nextBoolean(), false));
            case 6 -> new UnionType("Shape", List.of(record("Circle", depth - 1), record("Square", depth - 1)));
            case 7 -> new UnionType("None", List.of());
            default -> record("Nested", depth - 1);
        };
    }

    /** The same without the names that are not written. */
    private static ColumnType plain(ColumnType type) {
        if (type instanceof RecordType record) {
            return plain(record, "");
        }
        if (type instanceof ListType list) {
            return new ListType(plain(list.element()), list.nullableElements(), list.distinct());
        }
        if (type instanceof MapType map) {
            return new MapType(plain(map.value()), map.nullableValues());
        }
        if (type instanceof OptionalType optional) {
            return new OptionalType(plain(optional.value()));
        }
        if (type instanceof UnionType union) {
            return new UnionType(
                    "",
                    union.variants().stream()
                            .map(variant -> plain(variant, variant.name()))
                            .toList());
        }
        return type;
    }

    private static RecordType plain(RecordType record, String name) {
        return new RecordType(
                name,
                record.columns().stream()
                        .map(column -> new Column(column.name(), plain(column.type()), column.nullable()))
                        .toList());
    }
}
