package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ScalarType;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.ValueWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InflationLimitTest {

    @Test
    void aSmallPageMayHoldWhatItsCompressionCanDo() {
        assertThat(InflationLimit.of(CompressionCodec.UNCOMPRESSED, 1000)).isLessThan(1100);
        assertThat(InflationLimit.of(CompressionCodec.SNAPPY, 1000)).isLessThan(70_000);
        assertThat(InflationLimit.of(CompressionCodec.ZSTD, 1000)).isEqualTo(InflationLimit.FREE);
    }

    @Test
    void aLargePageMayHoldAThousandTimesItsLength() {
        assertThat(InflationLimit.of(CompressionCodec.ZSTD, 100_000)).isEqualTo(100_000L * InflationLimit.RATIO);
    }

    /** Zstandard makes a few kilobytes of them. */
    @ParameterizedTest
    @EnumSource(CompressionSetting.Codec.class)
    void fortyMillionZerosAreWrittenSoThatTheyAreBelieved(CompressionSetting.Codec codec) {
        ColumnsSerializer serializer = ColumnsSerializer.of(
                Field.of("column", ScalarType.BYTES, ValueWriter::writeBytes, in -> in.readBytes().length));
        CompressionSetting compression = new CompressionSetting(codec, codec == CompressionSetting.Codec.ZSTD ? 1 : 0);

        byte[] file = PartBytes.write(
                new ParquetFormat(), serializer, compression, List.of(List.of(new byte[40_000_000])), 1);

        assertThat(PartBytes.rows(new ParquetFormat(), serializer, file)).containsExactly(List.of(40_000_000));
        assertThat(file.length).isGreaterThan(40_000_000 / InflationLimit.RATIO);
    }
}
