package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForDouble;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForFloat;
import org.junit.jupiter.api.Test;

class StreamSplitTest {

    private static final long SEED = 29;

    private final Random random = new Random(SEED);

    @Test
    void parquetJavaAndWeReadTheFloatsThatWeSplit() throws IOException {
        for (int count : new int[] {0, 1, 7, 1000}) {
            float[] floats = new float[count];
            for (int i = 0; i < count; i++) {
                floats[i] = Float.intBitsToFloat(random.nextInt());
            }
            PlainBuffer plain = new PlainBuffer();
            plain.writeFloats(floats);
            byte[] split = split(plain, Float.BYTES);

            float[] joined = new float[count];
            StreamSplit.joinFloats(split, 0, count, joined);
            assertThat(joined).as("seed %d", SEED).isEqualTo(floats);
            ByteStreamSplitValuesReaderForFloat reader = new ByteStreamSplitValuesReaderForFloat();
            reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(split)));
            for (float value : floats) {
                assertThat(Float.valueOf(reader.readFloat())).isEqualTo(Float.valueOf(value));
            }
        }
    }

    @Test
    void parquetJavaAndWeReadTheDoublesThatWeSplit() throws IOException {
        for (int count : new int[] {0, 1, 7, 1000}) {
            double[] doubles = random.doubles(count).toArray();
            PlainBuffer plain = new PlainBuffer();
            plain.writeDoubles(doubles);
            byte[] split = split(plain, Double.BYTES);

            double[] joined = new double[count];
            StreamSplit.joinDoubles(split, 0, count, joined);
            assertThat(joined).as("seed %d", SEED).isEqualTo(doubles);
            ByteStreamSplitValuesReaderForDouble reader = new ByteStreamSplitValuesReaderForDouble();
            reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(split)));
            for (double value : doubles) {
                assertThat(reader.readDouble()).isEqualTo(value);
            }
        }
    }

    private static byte[] split(PlainBuffer plain, int width) {
        PlainBuffer split = new PlainBuffer();
        StreamSplit.split(plain, width, split);
        return Arrays.copyOf(split.array(), split.size());
    }
}
