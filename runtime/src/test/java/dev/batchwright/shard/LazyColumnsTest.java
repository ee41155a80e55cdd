package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading columns lazily costs. */
class LazyColumnsTest {

    private static ColumnMemory memory() {
        return new ColumnMemory(256 << 20, ColumnMemory.Room.UNBOUNDED);
    }

    @ParameterizedTest
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void batchesThatNobodyTouchesReadNoRows(PassagePart part) throws IOException {
        for (ColumnReads reads : List.of(ColumnReads.fromFiles(), new ColumnReads(memory()))) {
            assertThat(part.read(300, reads, batch -> {})).isLessThan(PassagePart.OPENING);
            assertThat(reads.hits() + reads.misses()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void oneRowInTheMiddleCostsAboutAPageOfEachTouchedColumn(PassagePart part) throws IOException {
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
                    .isLessThan(PassagePart.OPENING + 2 * 2 * (1L << 20) + (1 << 16))
                    .isLessThan(part.file().length * 3L / 4);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void theSizeOfABatchNeedsNoColumns(PassagePart part) throws IOException {
        long[] bytes = {0};
        long read = part.read(300, ColumnReads.fromFiles(), batch -> bytes[0] += batch.bytes());

        assertThat(read).isLessThan(PassagePart.OPENING);
        assertThat(bytes[0]).isGreaterThan(part.file().length / 2);
    }

    @ParameterizedTest
    @MethodSource("dev.batchwright.shard.PassagePart#all")
    void batchesOfAClosedReaderSaySo(PassagePart part) throws IOException {
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
}
