package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns from memory are those of the file. */
class KeptColumnsTest {

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
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void columnsComeFromMemoryTheSecondTime(PassagePart part) throws IOException {
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

        assertThat(row[0]).isEqualTo(PassagePart.ROWS);
        assertThat(again.misses()).isZero();
        assertThat(again.hits()).isPositive();
        assertThat(bytes).isLessThan(PassagePart.OPENING);
    }

    @ParameterizedTest
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void rowsArePutTogetherFromMemory(PassagePart part) throws IOException {
        ColumnMemory memory = memory();
        part.readRows(new ColumnReads(memory));
        part.readRows(new ColumnReads(memory));
        ColumnReads again = new ColumnReads(memory);
        List<Passage> rows = part.readRows(again);

        assertThat(again.misses()).isZero();
        assertThat(again.hits()).isPositive();
        assertThat(rows).hasSize(PassagePart.ROWS);
        for (int row = 0; row < PassagePart.ROWS; row += 97) {
            assertSame(rows.get(row), part.rows().get(row));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void whoChangesAnArrayChangesItForNobodyElse(PassagePart part) throws IOException {
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
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void aSmallMemoryInAnyOrderGivesTheSameRows(PassagePart part) throws IOException {
        long seed = System.nanoTime();
        System.out.println("Seed of KeptColumnsTest: " + seed);
        Random random = new Random(seed);
        ColumnMemory memory = new ColumnMemory(2 << 20, ColumnMemory.Room.UNBOUNDED);
        for (int pass = 0; pass < 6; pass++) {
            List<PassageBatch> batches = new ArrayList<>();
            BytesPartInput in = new BytesPartInput("step/f1/00000.000", part.file());
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
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void whatIsDamagedComesUpWhenItIsTouchedAndIsNotKept(PassagePart part) throws IOException {
        byte[] damaged = part.file().clone();
        damaged[damaged.length / 2] ^= 4;
        PassagePart broken = new PassagePart(part.format(), part.compression(), damaged, part.rows());
        ColumnMemory memory = memory();
        for (int pass = 0; pass < 2; pass++) {
            assertThat(broken.read(500, new ColumnReads(memory), batch -> {})).isPositive();
            assertThatThrownBy(() -> broken.read(500, new ColumnReads(memory), batch -> batch.get(0)))
                    .isInstanceOf(CorruptShardException.class)
                    .hasMessageContaining("step/f1/00000.000")
                    .hasMessageMatching("(?s).*(column|byte) .*");
        }
    }
}
