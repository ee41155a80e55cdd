package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.msgpack.MessagePackFormat;
import dev.batchwright.shard.parquet.ParquetFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading columns lazily costs, and that columns from memory are those of the file. */
class LazyColumnsTest {

    private static final int ROWS = 12_000;

    /** What is read of a file before any of its rows: magic, footer and indexes. */
    private static final int OPENING = 64 << 10;

    private static final List<Part> PARTS = Stream.of(new ParquetFormat(), new MessagePackFormat())
            .flatMap(format -> Stream.of("none", "zstd").map(compression -> Part.of(format, compression)))
            .toList();

    static List<Part> parts() {
        return PARTS;
    }

    /** A part in memory, whose readers count what they read of it. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Part(ShardFormat format, String compression, byte[] file, List<Passage> rows) {

        static Part of(ShardFormat format, String compression) {
            List<Passage> rows = IntStream.range(0, ROWS).mapToObj(Passage::at).toList();
            CompressionSetting setting = CompressionSetting.parse(compression);
            return new Part(
                    format,
                    compression,
                    PartBytes.write(format, PassageSerializer.INSTANCE, setting, rows, 1000),
                    rows);
        }

        @Override
        public String toString() {
            return format.name() + ", " + compression;
        }

        /** Goes through the part batch by batch, and tells how many bytes were read. */
        long read(int rowsAtOnce, ColumnReads reads, Consumer<PassageBatch> touch) throws IOException {
            CountedInput in = new CountedInput(new BytesPartInput("step/f1/00000.000", file));
            try (PartReader<Passage> reader = format.read(in, PassageSerializer.INSTANCE, reads)) {
                for (LazyBatch<Passage> batch = reader.nextBatch(rowsAtOnce);
                        batch != null;
                        batch = reader.nextBatch(rowsAtOnce)) {
                    touch.accept((PassageBatch) batch);
                }
            }
            return in.bytes;
        }

        List<Passage> readRows(ColumnReads reads) throws IOException {
            List<Passage> found = new ArrayList<>();
            try (PartReader<Passage> reader =
                    format.read(new BytesPartInput("step/f1/00000.000", file), PassageSerializer.INSTANCE, reads)) {
                for (Passage row = reader.next(); row != null; row = reader.next()) {
                    found.add(row);
                }
            }
            return found;
        }
    }

    /** Counts the bytes that are read. */
    private static final class CountedInput implements PartInput {

        private final PartInput file;
        private long bytes;

        CountedInput(PartInput file) {
            this.file = file;
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int count) throws IOException {
            file.readFully(position, into, offset, count);
            bytes += count;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static ColumnMemory memory() {
        return new ColumnMemory(256 << 20, ColumnMemory.Room.UNBOUNDED);
    }

    private static void assertSame(Passage actual, Passage expected) {
        assertThat(actual.id()).isEqualTo(expected.id());
        assertThat(actual.title()).isEqualTo(expected.title());
        assertThat(actual.text()).isEqualTo(expected.text());
        assertThat(actual.vector()).isEqualTo(expected.vector());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void batchesThatNobodyTouchesReadNoRows(Part part) throws IOException {
        for (ColumnReads reads : List.of(ColumnReads.fromFiles(), new ColumnReads(memory()))) {
            assertThat(part.read(300, reads, batch -> {})).isLessThan(OPENING);
            assertThat(reads.hits() + reads.misses()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void oneRowInTheMiddleCostsAboutAPageOfEachTouchedColumn(Part part) throws IOException {
        for (ColumnReads reads : List.of(ColumnReads.fromFiles(), new ColumnReads(memory()))) {
            int[] first = {0};
            long bytes = part.read(300, reads, batch -> {
                if (first[0] <= 7_000 && 7_000 < first[0] + batch.size()) {
                    assertThat(batch.text(7_000 - first[0]))
                            .isEqualTo(part.rows().get(7_000).text());
                    assertThat(batch.vector(7_000 - first[0]))
                            .isEqualTo(part.rows().get(7_000).vector());
                }
                first[0] += batch.size();
            });
            // A page has up to 1 MiB before compression; two, if the batch does not lie within one.
            assertThat(bytes)
                    .isLessThan(OPENING + 2 * 2 * (1L << 20) + (1 << 16))
                    .isLessThan(part.file.length * 3L / 4);
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void columnsComeFromMemoryTheSecondTime(Part part) throws IOException {
        ColumnMemory memory = memory();
        part.read(300, new ColumnReads(memory), batch -> batch.text(0));
        ColumnReads again = new ColumnReads(memory);
        int[] row = {0};

        // In batches of another size, too.
        long bytes = part.read(777, again, batch -> {
            for (int i = 0; i < batch.size(); i++, row[0]++) {
                assertThat(batch.text(i)).isEqualTo(part.rows().get(row[0]).text());
            }
        });

        assertThat(row[0]).isEqualTo(ROWS);
        assertThat(again.misses()).isZero();
        assertThat(again.hits()).isPositive();
        assertThat(bytes).isLessThan(OPENING);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void rowsArePutTogetherFromMemory(Part part) throws IOException {
        ColumnMemory memory = memory();
        part.readRows(new ColumnReads(memory));
        part.readRows(new ColumnReads(memory));
        ColumnReads again = new ColumnReads(memory);
        List<Passage> rows = part.readRows(again);

        assertThat(again.misses()).isZero();
        assertThat(again.hits()).isPositive();
        assertThat(rows).hasSize(ROWS);
        for (int row = 0; row < ROWS; row += 97) {
            assertSame(rows.get(row), part.rows().get(row));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whoChangesAnArrayChangesItForNobodyElse(Part part) throws IOException {
        ColumnMemory memory = memory();
        for (int pass = 0; pass < 3; pass++) {
            int[] row = {0};
            part.read(pass == 1 ? 64 : 4096, new ColumnReads(memory), batch -> {
                for (int i = 0; i < batch.size(); i += 7, row[0] += 7) {
                    float[] vector = batch.vector(i);
                    assertThat(vector[3]).isEqualTo(part.rows().get(row[0]).vector()[3]);
                    vector[3] = -1;
                }
                row[0] = (int) batch.id(batch.size() - 1) + 1;
            });
            for (Passage passage : part.readRows(new ColumnReads(memory))) {
                assertThat(passage.vector()[3])
                        .isEqualTo(part.rows().get((int) passage.id()).vector()[3]);
                passage.vector()[3] = -1;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aSmallMemoryInAnyOrderGivesTheSameRows(Part part) throws IOException {
        long seed = System.nanoTime();
        System.out.println("Seed of LazyColumnsTest: " + seed);
        Random random = new Random(seed);
        ColumnMemory memory = new ColumnMemory(2 << 20, ColumnMemory.Room.UNBOUNDED);
        for (int pass = 0; pass < 6; pass++) {
            List<PassageBatch> batches = new ArrayList<>();
            CountedInput in = new CountedInput(new BytesPartInput("step/f1/00000.000", part.file()));
            try (PartReader<Passage> reader =
                    part.format().read(in, PassageSerializer.INSTANCE, new ColumnReads(memory))) {
                int row = 0;
                for (@Nullable Object next = ""; next != null && row < 5_000; ) {
                    if (random.nextInt(3) == 0) {
                        Passage one = reader.next();
                        next = one;
                        assertSame(Objects.requireNonNull(one), part.rows().get(row++));
                    } else {
                        LazyBatch<Passage> batch = reader.nextBatch(1 + random.nextInt(900));
                        next = batch;
                        row += Objects.requireNonNull(batch).size();
                        batches.add((PassageBatch) batch);
                    }
                }
                for (int i = 0; i < 300; i++) {
                    PassageBatch batch = batches.get(random.nextInt(batches.size()));
                    int at = random.nextInt(batch.size());
                    Passage expected = part.rows().get((int) batch.id(at));
                    switch (random.nextInt(3)) {
                        case 0 -> assertThat(batch.text(at)).isEqualTo(expected.text());
                        case 1 -> assertThat(batch.vector(at)).isEqualTo(expected.vector());
                        default -> assertSame(batch.get(at), expected);
                    }
                }
                assertThat(memory.bytes()).isLessThanOrEqualTo(2 << 20);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatIsDamagedComesUpWhenItIsTouchedAndIsNotKept(Part part) throws IOException {
        byte[] damaged = part.file().clone();
        damaged[damaged.length / 2] ^= 4;
        Part broken = new Part(part.format(), part.compression(), damaged, part.rows());
        ColumnMemory memory = memory();
        for (int pass = 0; pass < 2; pass++) {
            assertThat(broken.read(500, new ColumnReads(memory), batch -> {})).isPositive();
            assertThatThrownBy(() -> broken.read(500, new ColumnReads(memory), batch -> batch.get(0)))
                    .isInstanceOf(CorruptShardException.class)
                    .hasMessageContaining("step/f1/00000.000")
                    .hasMessageMatching("(?s).*(column|byte) .*");
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void batchesOfAClosedReaderSaySo(Part part) throws IOException {
        PartReader<Passage> reader = part.format()
                .read(
                        new BytesPartInput("step/f1/00000.000", part.file()),
                        PassageSerializer.INSTANCE,
                        new ColumnReads(memory()));
        PassageBatch batch = (PassageBatch) Objects.requireNonNull(reader.nextBatch(10));
        assertThat(batch.id(3)).isEqualTo(3);
        reader.close();

        assertThat(batch.id(4)).isEqualTo(4);
        assertThatThrownBy(() -> batch.text(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void theSizeOfABatchNeedsNoColumns(Part part) throws IOException {
        long[] bytes = {0};
        long read = part.read(300, ColumnReads.fromFiles(), batch -> bytes[0] += batch.bytes());

        assertThat(read).isLessThan(OPENING);
        assertThat(bytes[0]).isGreaterThan(part.file().length / 2);
    }
}
