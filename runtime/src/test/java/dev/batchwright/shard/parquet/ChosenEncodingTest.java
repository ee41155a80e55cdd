package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shaded.parquet.format.Encoding;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which encoding a column gets, and that its values come back. */
class ChosenEncodingTest {

    private static final long SEED = 23;

    private final Random random = new Random(SEED);

    @Test
    void fewTextsGetADictionary() throws IOException {
        List<List<@Nullable Object>> rows = rows(50_000, i -> "text number " + i % 300);

        assertThat(encodings(texts(), CompressionSetting.NONE, rows))
                .contains(Encoding.RLE_DICTIONARY)
                .contains(Encoding.PLAIN); // The dictionary itself.
    }

    @Test
    void distinctTextsGetNone() throws IOException {
        List<List<@Nullable Object>> rows = rows(50_000, i -> "text number " + random.nextLong());

        assertThat(encodings(texts(), CompressionSetting.NONE, rows)).doesNotContain(Encoding.RLE_DICTIONARY);
    }

    @Test
    void aDictionaryThatGrowsTooLargeIsGivenUpAndItsPagesStay() throws IOException {
        List<List<@Nullable Object>> rows =
                rows(80_000, i -> i < 21_000 ? "few " + i % 10 : "many " + "x".repeat(40) + i);

        assertThat(encodings(texts(), CompressionSetting.NONE, rows)).contains(Encoding.RLE_DICTIONARY, Encoding.PLAIN);
    }

    @Test
    void nullsDecideNothing() throws IOException {
        encodings(texts(), CompressionSetting.ZSTD, rows(1, i -> null));
        List<List<@Nullable Object>> rows = rows(70_000, i -> i < 45_000 ? null : "text number " + i % 7);

        assertThat(encodings(texts(), CompressionSetting.NONE, rows)).contains(Encoding.RLE_DICTIONARY);
    }

    @Test
    void aSingleTextTakesTheRoomOfOne() throws IOException {
        ColumnsSerializer serializer = texts();
        List<List<@Nullable Object>> rows = rows(100_000, i -> "the same");

        assertThat(PartBytes.write(new ParquetFormat(), serializer, CompressionSetting.NONE, rows, 1000).length)
                .isLessThan(3000);
        encodings(serializer, CompressionSetting.NONE, rows);
    }

    @Test
    void bytesGetADictionaryToo() throws IOException {
        ColumnsSerializer serializer = ColumnsSerializer.of(
                Field.of("column", ScalarType.BYTES, ValueWriter::writeBytes, in -> List.of(in.readBytes()[0])));
        List<List<@Nullable Object>> rows = rows(10_000, i -> new byte[] {(byte) (i % 256), 1, 2, 3, 4, 5});
        byte[] file = PartBytes.write(new ParquetFormat(), serializer, CompressionSetting.NONE, rows, 1000);

        assertThat(encodings(file)).contains(Encoding.RLE_DICTIONARY);
        List<List<@Nullable Object>> read = PartBytes.rows(new ParquetFormat(), serializer, file);
        assertThat(read.get(200)).containsExactly(List.of((byte) 200));
    }

    @Test
    void floatingPointIsSplitWhereThatCompressesBetter() throws IOException {
        List<List<@Nullable Object>> rows = rows(5_000, i -> 1000 + i * 0.37);
        ColumnsSerializer doubles = doubles();

        assertThat(encodings(doubles, CompressionSetting.ZSTD, rows)).contains(Encoding.BYTE_STREAM_SPLIT);
        assertThat(encodings(doubles, CompressionSetting.NONE, rows)).doesNotContain(Encoding.BYTE_STREAM_SPLIT);
    }

    @Test
    void floatingPointThatRepeatsStaysPlain() throws IOException {
        double[] few = random.doubles(20).toArray();
        List<List<@Nullable Object>> rows = rows(5_000, i -> few[i % 20]);

        assertThat(encodings(doubles(), CompressionSetting.ZSTD, rows)).doesNotContain(Encoding.BYTE_STREAM_SPLIT);
    }

    @Test
    void nansAndInfinitiesComeBackSplit() throws IOException {
        double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE};
        List<List<@Nullable Object>> rows = rows(5_000, i -> i % 10 == 0 ? odd[i / 10 % 5] : 1000 + i * 0.37);

        assertThat(encodings(doubles(), CompressionSetting.ZSTD, rows)).contains(Encoding.BYTE_STREAM_SPLIT);
    }

    @Test
    void vectorsAreSplitAsWell() throws IOException {
        ColumnsSerializer floats = ColumnsSerializer.of(Field.of(
                "column", new ArrayType(ScalarType.FLOAT), ValueWriter::writeFloats, ChosenEncodingTest::floatList));
        List<List<@Nullable Object>> rows = rows(3_000, i -> gaussians(i % 100));
        byte[] file = PartBytes.write(new ParquetFormat(), floats, CompressionSetting.ZSTD, rows, 1000);

        assertThat(encodings(file)).contains(Encoding.BYTE_STREAM_SPLIT);
        List<List<@Nullable Object>> read = PartBytes.rows(new ParquetFormat(), floats, file);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(read.get(row).get(0)).as("row %d, seed %d", row, SEED).isEqualTo(list((float[])
                    rows.get(row).get(0)));
        }
    }

    private float[] gaussians(int length) {
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static Object floatList(ValueReader in) {
        return list(in.readFloats());
    }

    private static List<Float> list(@Nullable Object array) {
        List<Float> list = new ArrayList<>();
        for (float value : (float[]) array) {
            list.add(value);
        }
        return list;
    }

    private static ColumnsSerializer texts() {
        return serializer(ScalarType.STRING, ValueWriter::writeString, ValueReader::readString);
    }

    private static ColumnsSerializer doubles() {
        return serializer(ScalarType.DOUBLE, ValueWriter::writeDouble, ValueReader::readDouble);
    }

    private static <V> ColumnsSerializer serializer(
            ColumnType type, BiConsumer<ValueWriter, V> write, Function<ValueReader, Object> read) {
        return ColumnsSerializer.of(Field.nullable("column", type, write, read));
    }

    private static List<List<@Nullable Object>> rows(int count, IntFunction<@Nullable Object> value) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Collections.singletonList(value.apply(i)));
        }
        return rows;
    }

    /** Writes rows, makes sure that they come back, and says how they are encoded. */
    private static List<Encoding> encodings(
            ColumnsSerializer serializer, CompressionSetting compression, List<List<@Nullable Object>> rows)
            throws IOException {
        byte[] file = PartBytes.write(new ParquetFormat(), serializer, compression, rows, 1000);
        assertThat(PartBytes.rows(new ParquetFormat(), serializer, file))
                .as("seed %d", SEED)
                .isEqualTo(rows);
        return encodings(file);
    }

    private static List<Encoding> encodings(byte[] file) throws IOException {
        return ParquetFile.open(new BytesPartInput("part", file), Damage.ofPart("part")).rowGroups().stream()
                .flatMap(group -> group.chunks().values().stream())
                .flatMap(chunk -> chunk.encodings().stream())
                .distinct()
                .toList();
    }
}
