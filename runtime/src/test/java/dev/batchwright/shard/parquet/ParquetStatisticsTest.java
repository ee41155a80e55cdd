package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shaded.parquet.format.ColumnMetaData;
import dev.batchwright.shaded.parquet.format.FileMetaData;
import dev.batchwright.shaded.parquet.format.Statistics;
import dev.batchwright.shaded.thrift.TException;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What other tools read to find out where values may be: nothing wrong may stand there. */
class ParquetStatisticsTest {

    @Test
    void numbersHaveTheirSmallestAndLargest() throws Exception {
        Statistics ints = statistics(ScalarType.INT, ValueWriter::writeInt, 3, null, -5, 7);
        assertThat(in(ints.getMin_value()).getInt()).isEqualTo(-5);
        assertThat(in(ints.getMax_value()).getInt()).isEqualTo(7);
        assertThat(ints.getNull_count()).isEqualTo(1);

        Statistics longs = statistics(ScalarType.LONG, ValueWriter::writeLong, Long.MIN_VALUE, 0L);
        assertThat(in(longs.getMin_value()).getLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(in(longs.getMax_value()).getLong()).isZero();
    }

    @Test
    void zerosGetTheSignThatLeavesOutNeither() throws Exception {
        Statistics positive = statistics(ScalarType.DOUBLE, ValueWriter::writeDouble, 0.0, 0.0);
        assertThat(in(positive.getMin_value()).getDouble()).isEqualTo(-0.0);

        Statistics negative = statistics(ScalarType.FLOAT, ValueWriter::writeFloat, -0.0f, -1f);
        assertThat(in(negative.getMax_value()).getFloat()).isEqualTo(0.0f);
    }

    @Test
    void nothingIsSaidWhereThereIsANaN() throws Exception {
        assertThat(chunk(ScalarType.DOUBLE, ValueWriter::writeDouble, 1.0, Double.NaN, 2.0)
                        .isSetStatistics())
                .isFalse();
    }

    @Test
    void booleansAreSmallerWhereTheyAreFalse() throws Exception {
        Statistics same = statistics(ScalarType.BOOLEAN, ValueWriter::writeBoolean, true, true);
        assertThat(same.getMin_value()).containsExactly(1);
        assertThat(same.getMax_value()).containsExactly(1);

        Statistics both = statistics(ScalarType.BOOLEAN, ValueWriter::writeBoolean, true, false);
        assertThat(both.getMin_value()).containsExactly(0);
    }

    @Test
    void textsAreOrderedByTheirUnsignedBytes() throws Exception {
        Statistics statistics = statistics(ScalarType.STRING, ValueWriter::writeString, "z", "ä", "Z");

        assertThat(text(statistics.getMin_value())).isEqualTo("Z");
        assertThat(text(statistics.getMax_value())).isEqualTo("ä");
    }

    @Test
    void longTextsAreCutSoThatTheyStillEncloseAll() throws Exception {
        String longest = "é".repeat(100);
        Statistics statistics = statistics(ScalarType.STRING, ValueWriter::writeString, longest);

        assertThat(text(statistics.getMin_value())).hasSize(32).isLessThan(longest);
        assertThat(Arrays.compareUnsigned(statistics.getMax_value(), longest.getBytes(StandardCharsets.UTF_8)))
                .isPositive();
        assertThat(statistics.isIs_max_value_exact()).isFalse();
    }

    @Test
    void bytesThatTheCallerChangesAfterwardsDoNotChangeTheRange() throws Exception {
        byte[] reused = {5};
        List<@Nullable Object> values = new ArrayList<>();
        values.add(reused);
        Statistics statistics = chunk(
                        ScalarType.BYTES,
                        (ValueWriter out, byte[] value) -> {
                            out.writeBytes(value);
                            value[0] = 9;
                        },
                        values)
                .getStatistics();

        assertThat(statistics.getMax_value()).containsExactly(5);
    }

    @Test
    void columnsOfNullsOnlySayThat() throws Exception {
        Statistics statistics = statistics(ScalarType.INT, ValueWriter::writeInt, null, null);

        assertThat(statistics.getNull_count()).isEqualTo(2);
        assertThat(statistics.isSetMin_value()).isFalse();
    }

    @Test
    void nothingIsSaidOfWhatIsInLists() throws Exception {
        ColumnType list = new ListType(ScalarType.INT, false, false);
        BiConsumer<ValueWriter, Integer> one = (out, value) -> {
            out.beginList(1);
            out.writeInt(value);
            out.endList();
        };

        assertThat(chunk(list, one, 1, 2).isSetStatistics()).isFalse();
    }

    private static <V> Statistics statistics(
            ColumnType type, BiConsumer<ValueWriter, V> write, @Nullable Object... values) throws Exception {
        return chunk(type, write, values).getStatistics();
    }

    private static <V> ColumnMetaData chunk(
            ColumnType type, BiConsumer<ValueWriter, V> write, @Nullable Object... values) throws Exception {
        return chunk(type, write, Arrays.asList(values));
    }

    private static <V> ColumnMetaData chunk(
            ColumnType type, BiConsumer<ValueWriter, V> write, List<@Nullable Object> values)
            throws IOException, TException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnsSerializer serializer = ColumnsSerializer.of(Field.nullable("x", type, write, ValueReader::readInt));
        try (ParquetRowsWriter<List<@Nullable Object>> writer =
                new ParquetRowsWriter<>(out, serializer, CompressionSetting.NONE)) {
            for (Object value : values) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(value);
                writer.write(List.of(row));
            }
            writer.finish(Map.of());
        }
        byte[] file = out.toByteArray();
        int length = in(Arrays.copyOfRange(file, file.length - 8, file.length)).getInt();
        FileMetaData footer = new FileMetaData();
        footer.read(Thrift.protocol(new ByteArrayInputStream(file, file.length - 8 - length, length), length));
        return Objects.requireNonNull(
                footer.getRow_groups().get(0).getColumns().get(0).getMeta_data());
    }

    private static ByteBuffer in(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
