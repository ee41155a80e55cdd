package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ValueReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.NullType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns without a type, which some writers make where they have seen nothing but nulls. */
class NullColumnsTest {

    private static final RecordType RECORD =
            RecordType.named("Inner").nullable("x", ScalarType.LONG).build();

    static List<ColumnType> types() {
        List<ColumnType> types = new ArrayList<>(Arrays.asList(ScalarType.values()));
        types.addAll(List.of(
                RECORD,
                new ListType(ScalarType.STRING, false, false),
                new ArrayType(ScalarType.DOUBLE),
                new MapType(ScalarType.INT, false)));
        return types;
    }

    @ParameterizedTest
    @MethodSource("types")
    void areNullsOfAnyType(ColumnType type) {
        assertThat(ForeignRows.read(column(0), type, in -> "a value")).containsExactly(null, null, null);
    }

    @Test
    void areDamagedWhereTheyHoldValues() {
        assertThatThrownBy(() -> ForeignRows.read(column(1), ScalarType.INT, ValueReader::readInt))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Column c has values, though its type says that it has none");
    }

    @Test
    void mayBeElementsOfLists() {
        assertThat(ForeignRows.read(lists(), new ListType(ScalarType.STRING, true, false), NullColumnsTest::elements))
                .containsExactly(null, List.of(), Arrays.asList((Object) null));
    }

    @Test
    void mayNotBeElementsOfListsWithoutNulls() {
        assertThatThrownBy(() -> ForeignRows.read(
                        lists(), new ListType(ScalarType.STRING, false, false), NullColumnsTest::texts))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("row 2 holds a null, where the row's component is not nullable");
    }

    @Test
    void mayBeElementsOfArraysThatAreEmpty() {
        assertThat(ForeignRows.read(emptyLists(), new ArrayType(ScalarType.DOUBLE), in -> in.readDoubles().length))
                .containsExactly(0, null, 0);
    }

    @Test
    void mayNotBeElementsOfOtherArrays() {
        assertThatThrownBy(() ->
                        ForeignRows.read(lists(), new ArrayType(ScalarType.DOUBLE), in -> in.readDoubles().length))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("row 2 holds a null, where the row's component is not nullable");
    }

    @Test
    void areFoundAsNullableText() throws IOException {
        assertThat(ParquetRows.columns(new BytesPartInput("nulls.parquet", column(0))))
                .isEqualTo(RecordType.named("foreign")
                        .nullable("c", ScalarType.STRING)
                        .build());
        assertThat(ParquetRows.columns(new BytesPartInput("lists.parquet", lists())))
                .isEqualTo(RecordType.named("foreign")
                        .nullable("c", new ListType(ScalarType.STRING, true, false))
                        .build());
    }

    private static Object elements(ValueReader in) {
        List<@Nullable Object> elements = new ArrayList<>();
        in.beginList();
        while (in.nextElement()) {
            elements.add(in.readNull() ? null : in.readString());
        }
        return elements;
    }

    private static Object texts(ValueReader in) {
        List<Object> elements = new ArrayList<>();
        in.beginList();
        while (in.nextElement()) {
            elements.add(in.readString());
        }
        return elements;
    }

    /** Three rows of one definition level. */
    private static byte[] column(int definition) {
        return new ForeignFile(List.of(nulls("c")))
                .pageV1(Encoding.PLAIN, Encoding.RLE, 3, levels(3 << 1, definition), new byte[12])
                .bytes();
    }

    /** Null, an empty list, and a list of a null. */
    private static byte[] lists() {
        return lists(1 << 1, 0, 1 << 1, 1, 1 << 1, 2);
    }

    private static byte[] emptyLists() {
        return lists(1 << 1, 1, 1 << 1, 0, 1 << 1, 1);
    }

    private static byte[] lists(int... definitions) {
        SchemaElement list = new SchemaElement("c")
                .setNum_children(1)
                .setRepetition_type(FieldRepetitionType.OPTIONAL)
                .setConverted_type(ConvertedType.LIST);
        SchemaElement repeated =
                new SchemaElement("list").setNum_children(1).setRepetition_type(FieldRepetitionType.REPEATED);
        byte[] levels = ForeignFile.concat(levels(3 << 1, 0), levels(definitions));
        return new ForeignFile(List.of(list, repeated, nulls("element")))
                .pageV1(Encoding.PLAIN, Encoding.RLE, 3, levels, new byte[0])
                .bytes();
    }

    private static SchemaElement nulls(String name) {
        return new SchemaElement(name)
                .setType(Type.INT32)
                .setRepetition_type(FieldRepetitionType.OPTIONAL)
                .setLogicalType(LogicalType.UNKNOWN(new NullType()));
    }

    /** Runs of levels behind their length. */
    private static byte[] levels(int... runs) {
        byte[] levels = new byte[4 + runs.length];
        levels[0] = (byte) runs.length;
        for (int i = 0; i < runs.length; i++) {
            levels[4 + i] = (byte) runs[i];
        }
        return levels;
    }
}
