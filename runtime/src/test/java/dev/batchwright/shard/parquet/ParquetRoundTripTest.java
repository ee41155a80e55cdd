package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.CountedInput;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingBatch;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.RoundTripContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParquetRoundTripTest extends RoundTripContract {

    /** Row groups so small that there are many even of a few rows. */
    private static final int ROW_GROUP_BYTES = 64 << 10;

    ParquetRoundTripTest() {
        super(new ParquetFormat(ROW_GROUP_BYTES), 1_500);
    }

    @Test
    void readsBatchesInAnyOrderAndColumnsInAnyOrderWithinThem() throws IOException {
        Random random = new Random(SEED);
        List<LazyBatch<Everything>> batches = new ArrayList<>();
        List<Integer> firstRows = new ArrayList<>();
        try (PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file)) {
            int row = 0;
            for (LazyBatch<Everything> batch = reader.nextBatch(90); batch != null; batch = reader.nextBatch(90)) {
                batches.add(batch);
                firstRows.add(row);
                row += batch.size();
            }
            for (int i = 0; i < 1_000; i++) {
                int index = random.nextInt(batches.size());
                EverythingBatch batch = (EverythingBatch) batches.get(index);
                int column = random.nextInt(SERIALIZER.schema().columns().size());
                int at = random.nextInt(batch.size());
                assertThat(batch.value(column, at))
                        .as("column %d of row %d, seed %d", column, firstRows.get(index) + at, SEED)
                        .isEqualTo(rows.get(firstRows.get(index) + at).values()[column]);
            }
        }
    }

    @Test
    void aPartOfUsualRowGroupsReadsTheSame() {
        ParquetFormat usual = new ParquetFormat();
        byte[] part = PartBytes.write(usual, SERIALIZER, CompressionSetting.ZSTD, rows, 500);

        assertSame(PartBytes.rows(usual, SERIALIZER, part), rows);
    }

    @Test
    void readsNothingOfColumnsThatNobodyTouches() throws IOException {
        int column = 4;
        CountedInput untouched = new CountedInput(file);
        try (PartReader<Everything> reader = format.read(untouched, SERIALIZER)) {
            long opened = untouched.bytes();
            assertThat(opened).isLessThan(file.length);
            for (LazyBatch<Everything> batch = reader.nextBatch(200); batch != null; batch = reader.nextBatch(200)) {
                assertThat(batch.size()).isPositive();
            }
            assertThat(untouched.bytes()).isEqualTo(opened);
        }
        CountedInput touched = new CountedInput(file);
        try (PartReader<Everything> reader = format.read(touched, SERIALIZER)) {
            long opened = touched.bytes();
            for (LazyBatch<Everything> batch = reader.nextBatch(200); batch != null; batch = reader.nextBatch(200)) {
                assertThat(((EverythingBatch) batch).value(column, 0)).isInstanceOf(Integer.class);
            }
            // Pages of the one column, and what lies behind a page's header where that is read.
            assertThat(touched.bytes() - opened).isBetween(3L * rows.size(), file.length / 20L);
        }
    }

    @Test
    void aBatchIsOfNoUseOnceItsReaderIsClosed() throws IOException {
        PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file);
        LazyBatch<Everything> batch = Objects.requireNonNull(reader.nextBatch(10));
        reader.close();

        assertThatThrownBy(() -> batch.get(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
