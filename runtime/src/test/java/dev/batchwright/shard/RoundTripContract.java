package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every format gives back of the rows that it was given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RoundTripContract {

    protected static final long SEED = 20_260_101;
    protected static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;

    protected final ShardFormat format;
    protected final List<Everything> rows;

    /** All rows, compressed with zstd. */
    protected final byte[] file;

    protected RoundTripContract(ShardFormat format, int rowCount) {
        this.format = format;
        this.rows = new EverythingGenerator(SEED).rows(rowCount);
        this.file = PartBytes.write(format, SERIALIZER, CompressionSetting.ZSTD, rows, 500);
    }

    protected Stream<String> compressions() {
        return Stream.of("none", "lz4", "zstd", "zstd:9", "snappy")
                .filter(name -> format.supports(CompressionSetting.parse(name)));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void readsTheRowsThatItWrote(String compression) {
        byte[] part = PartBytes.write(format, SERIALIZER, CompressionSetting.parse(compression), rows, 1000);

        assertSame(PartBytes.rows(format, SERIALIZER, part), rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, Integer.MAX_VALUE})
    void readsTheSameRowsByBatches(int rowsAtOnce) {
        assertSame(PartBytes.batchedRows(format, SERIALIZER, file, rowsAtOnce), rows);
    }

    @Test
    void readsEachColumnAlone() throws IOException {
        for (int column = 0; column < SERIALIZER.schema().columns().size(); column++) {
            int row = 0;
            try (PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file)) {
                for (LazyBatch<Everything> batch = reader.nextBatch(64); batch != null; batch = reader.nextBatch(64)) {
                    assertSame((EverythingBatch) batch, column, row);
                    row += batch.size();
                }
            }
            assertThat(row).isEqualTo(rows.size());
        }
    }

    private void assertSame(EverythingBatch batch, int column, int firstRow) {
        for (int row = 0; row < batch.size(); row++) {
            Object actual = batch.value(column, row);
            Object expected = rows.get(firstRow + row).values()[column];
            // Descriptions are made only where they are needed: there are a hundred thousand values.
            if (!Objects.deepEquals(actual, expected)) {
                assertThat(actual)
                        .as("column %d of row %d, seed %d", column, firstRow + row, SEED)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void readsRowsAndBatchesInTurns() throws IOException {
        Random random = new Random(SEED);
        List<Everything> read = new ArrayList<>();
        try (PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file)) {
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
        try (PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file)) {
            int skipped = 0;
            int wanted = rows.size() * 3 / 4;
            while (skipped < wanted) {
                skipped += Objects.requireNonNull(reader.nextBatch(wanted - skipped))
                        .size();
            }
            assertThat(reader.next()).isEqualTo(rows.get(wanted));
        }
    }

    @Test
    void batchesStayUsableWhileLaterOnesAreRead() throws IOException {
        List<LazyBatch<Everything>> batches = new ArrayList<>();
        List<Everything> read = new ArrayList<>();
        try (PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file)) {
            for (LazyBatch<Everything> batch = reader.nextBatch(50); batch != null; batch = reader.nextBatch(50)) {
                batches.add(batch);
            }
            batches.forEach(read::addAll);
        }
        assertSame(read, rows);
    }

    @Test
    void theSameRowsGiveTheSameBytes() {
        assertThat(PartBytes.write(format, SERIALIZER, CompressionSetting.ZSTD, rows, 500))
                .isEqualTo(file);
    }

    @Test
    void closesTheFileWithTheReader() throws IOException {
        BytesPartInput in = new BytesPartInput("file", file);
        PartReader<Everything> reader = format.read(in, SERIALIZER);
        reader.next();
        assertThat(in.isClosed()).isFalse();

        reader.close();

        assertThat(in.isClosed()).isTrue();
    }

    @Test
    void readsTheFooterAlone() throws IOException {
        BytesPartInput in = new BytesPartInput("file", file);

        assertThat(format.readFooter(in)).isEqualTo(PartBytes.footer(SERIALIZER, CompressionSetting.ZSTD, rows.size()));
        assertThat(in.isClosed()).isFalse();
    }

    @Test
    void aPartMayHaveNoRows() {
        byte[] empty = PartBytes.write(format, SERIALIZER, CompressionSetting.ZSTD, List.of(), 1);

        assertThat(PartBytes.rows(format, SERIALIZER, empty)).isEmpty();
        assertThat(PartBytes.batchedRows(format, SERIALIZER, empty, 10)).isEmpty();
    }

    protected static void assertSame(List<Everything> actual, List<Everything> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            if (!actual.get(row).equals(expected.get(row))) {
                assertThat(actual.get(row)).as("row %d, seed %d", row, SEED).isEqualTo(expected.get(row));
            }
        }
    }
}
