package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of the forms that older writers used, where the field that repeats is the element itself. */
class LegacyListsTest {

    private static final List<int[]> ROWS = List.of(new int[] {1, 2, 3}, new int[0], new int[] {4});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeated int32 numbers;",
                "required group numbers (LIST) { repeated int32 element; }",
                "required group numbers (LIST) { repeated int32 array; }",
                "required group numbers (LIST) { repeated group bag { required int32 array_element; } }",
                "required group numbers { repeated int32 element; }"
            })
    void areReadAsListsAndAsArrays(String field) throws IOException {
        byte[] file = file(TextSchema.parse("message old { " + field + " }"));

        assertThat(read(file, new ArrayType(ScalarType.INT), LegacyListsTest::array))
                .isEqualTo(expected());
        assertThat(read(file, new ListType(ScalarType.INT, false, false), LegacyListsTest::list))
                .isEqualTo(expected());
    }

    private static byte[] file(MessageType schema) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PageCompressor compressor = new PageCompressor(CompressionSetting.NONE)) {
            FileAssembler file = new FileAssembler(out, schema);
            IntegerWriter writer = new IntegerWriter(schema.getColumns().get(0), compressor);
            for (int[] row : ROWS) {
                writer.nextRow();
                writer.writeInts(row);
            }
            file.writeRowGroup(List.of(writer), ROWS.size(), compressor);
            file.end(Map.of());
        }
        return out.toByteArray();
    }

    private static List<Object> read(byte[] file, ColumnType type, Function<ValueReader, Object> read)
            throws IOException {
        ColumnsSerializer serializer = ColumnsSerializer.of(Field.of("numbers", type, ValueWriter::writeInts, read));
        List<Object> values = new ArrayList<>();
        try (ParquetRows<List<@Nullable Object>> rows = ParquetRows.open(new BytesPartInput("old", file), serializer)) {
            for (LazyBatch<List<@Nullable Object>> batch = rows.nextBatch(2);
                    batch != null;
                    batch = rows.nextBatch(2)) {
                batch.forEach(row -> values.add(row.get(0)));
            }
        }
        return values;
    }

    private static Object array(ValueReader in) {
        List<Integer> values = new ArrayList<>();
        for (int value : in.readInts()) {
            values.add(value);
        }
        return values;
    }

    private static Object list(ValueReader in) {
        List<Integer> values = new ArrayList<>(in.beginList());
        while (in.nextElement()) {
            values.add(in.readInt());
        }
        return values;
    }

    private static List<Object> expected() {
        return List.of(List.of(1, 2, 3), List.of(), List.of(4));
    }
}
