package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingBatch;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetRoundTripTest {

    private static final long SEED = 20_260_101;
    /** Row groups so small that there are many. */
    private static final ParquetFormat FORMAT = new ParquetFormat(64 << 10);

    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;

    private static List<Everything> rows = List.of();
    private static byte[] file = {};

    @BeforeAll
    static void makeRows() {
        rows = new EverythingGenerator(SEED).rows(10_000);
        file = PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.ZSTD, rows, 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "zstd:9", "snappy"})
    void readsTheRowsThatItWrote(String compression) {
        byte[] part = PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.parse(compression), rows, 1000);

        assertSame(PartBytes.rows(FORMAT, SERIALIZER, part), rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, Integer.MAX_VALUE})
    void readsTheSameRowsByBatches(int rowsAtOnce) {
        assertSame(PartBytes.batchedRows(FORMAT, SERIALIZER, file, rowsAtOnce), rows);
    }

    @Test
    void readsEachColumnAlone() throws IOException {
        for (int column = 0; column < SERIALIZER.schema().columns().size(); column++) {
            int row = 0;
            try (PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file)) {
                for (LazyBatch<Everything> batch = reader.nextBatch(64); batch != null; batch = reader.nextBatch(64)) {
                    for (int i = 0; i < batch.size(); i++, row++) {
                        assertThat(((EverythingBatch) batch).value(column, i))
                                .as("column %d of row %d, seed %d", column, row, SEED)
                                .isEqualTo(rows.get(row).values()[column]);
                    }
                }
            }
            assertThat(row).isEqualTo(rows.size());
        }
    }

    @Test
    void readsRowsAndBatchesInTurns() throws IOException {
        Random random = new Random(SEED);
        List<Everything> read = new ArrayList<>();
        try (PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file)) {
            while (read.size() < rows.size()) {
                if (random.nextBoolean()) {
                    read.add(Objects.requireNonNull(reader.next()));
                } else {
                    read.addAll(Objects.requireNonNull(reader.nextBatch(1 + random.nextInt(60))));
                }
            }
            assertThat(reader.next()).isNull();
            assertThat(reader.nextBatch(1)).isNull();
        }
        assertSame(read, rows);
    }

    @Test
    void batchesThatNobodyTouchesAreRowsThatAreSkipped() throws IOException {
        try (PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file)) {
            int skipped = 0;
            while (skipped < 7_777) {
                skipped += Objects.requireNonNull(reader.nextBatch(7_777 - skipped))
                        .size();
            }
            assertThat(reader.next()).isEqualTo(rows.get(7_777));
        }
    }

    @Test
    void batchesStayUsableWhileLaterOnesAreRead() throws IOException {
        List<LazyBatch<Everything>> batches = new ArrayList<>();
        List<Everything> read = new ArrayList<>();
        try (PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file)) {
            for (LazyBatch<Everything> batch = reader.nextBatch(50); batch != null; batch = reader.nextBatch(50)) {
                batches.add(batch);
            }
            batches.forEach(read::addAll);
        }
        assertSame(read, rows);
    }

    @Test
    void theSameRowsGiveTheSameBytes() {
        assertThat(PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.ZSTD, rows, 500))
                .isEqualTo(file);
    }

    @Test
    void readsBatchesInAnyOrderAndColumnsInAnyOrderWithinThem() throws IOException {
        Random random = new Random(SEED);
        List<LazyBatch<Everything>> batches = new ArrayList<>();
        List<Integer> firstRows = new ArrayList<>();
        try (PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file)) {
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
        AtomicLong bytes = new AtomicLong();
        try (PartReader<Everything> reader = FORMAT.read(counting(file, bytes), SERIALIZER)) {
            long opened = bytes.getAndSet(0);
            assertThat(opened).isLessThan(file.length);
            for (LazyBatch<Everything> batch = reader.nextBatch(200); batch != null; batch = reader.nextBatch(200)) {
                assertThat(batch.size()).isPositive();
            }
            assertThat(bytes).hasValue(0);
        }
        try (PartReader<Everything> reader = FORMAT.read(counting(file, bytes), SERIALIZER)) {
            bytes.set(0);
            for (LazyBatch<Everything> batch = reader.nextBatch(200); batch != null; batch = reader.nextBatch(200)) {
                assertThat(((EverythingBatch) batch).value(column, 0)).isInstanceOf(Integer.class);
            }
        }
        // Pages of the one column, and what lies behind a page's header where that is read.
        assertThat(bytes.get()).isBetween(10_000L, file.length / 20L);
    }

    @Test
    void aBatchIsOfNoUseOnceItsReaderIsClosed() throws IOException {
        PartReader<Everything> reader = PartBytes.open(FORMAT, SERIALIZER, file);
        LazyBatch<Everything> batch = Objects.requireNonNull(reader.nextBatch(10));
        reader.close();

        assertThatThrownBy(() -> batch.get(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aPartMayHaveNoRows() {
        byte[] empty = PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.ZSTD, List.of(), 1);

        assertThat(PartBytes.rows(FORMAT, SERIALIZER, empty)).isEmpty();
        assertThat(PartBytes.batchedRows(FORMAT, SERIALIZER, empty, 10)).isEmpty();
    }

    private static PartInput counting(byte[] file, AtomicLong bytes) {
        BytesPartInput in = new BytesPartInput("file", file);
        return new PartInput() {

            @Override
            public String name() {
                return in.name();
            }

            @Override
            public long length() {
                return in.length();
            }

            @Override
            public void readFully(long position, byte[] into, int offset, int count) throws IOException {
                bytes.addAndGet(count);
                in.readFully(position, into, offset, count);
            }

            @Override
            public void close() {
                in.close();
            }
        };
    }

    private static void assertSame(List<Everything> actual, List<Everything> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            if (!actual.get(row).equals(expected.get(row))) {
                assertThat(actual.get(row)).as("row %d, seed %d", row, SEED).isEqualTo(expected.get(row));
            }
        }
    }
}
