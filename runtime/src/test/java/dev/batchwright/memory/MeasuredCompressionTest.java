package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.memory.SpillDecision.Figures;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.object.ObjectFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuredCompressionTest {

    private final SpillFilesInMemory files = new SpillFilesInMemory();

    private Spill<Passage> spill(SpillCompression compression) {
        return new Spill<>(
                "sort", new SpilledForm<>(PassageSerializer.INSTANCE, new ObjectFormat(), compression, files));
    }

    private static List<Passage> passages(Random random, int count, boolean areRandom) {
        List<Passage> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[256];
            for (int j = 0; j < vector.length && areRandom; j++) {
                vector[j] = Float.intBitsToFloat(random.nextInt(1 << 30));
            }
            rows.add(new Passage(i, "title", areRandom ? "" : "the same words again and again ".repeat(40), vector));
        }
        return rows;
    }

    private static final List<Figures> TEXT = List.of(
            Figures.NONE,
            new Figures(CompressionSetting.LZ4, 0.5, 2, 0.5),
            new Figures(CompressionSetting.ZSTD, 0.35, 4, 1));

    /** Files of 4 MB. */
    private static CompressionSetting after(int files, double writeNanosPerByte, double crowd) {
        SpillCompression auto = SpillCompression.of("auto");
        auto.sampled(TEXT);
        for (int file = 0; file < files; file++) {
            auto.written(new SpillTimes.FileTimes(
                    4_000_000, (long) (4e6 * writeNanosPerByte), 10_000_000, (long) (1e7 * crowd)));
        }
        return auto.next().compression();
    }

    @Test
    void aDiskThatIsWaitedForHasFilesMadeSmaller() {
        assertThat(after(1, 20, 1)).isEqualTo(CompressionSetting.LZ4);
        assertThat(after(2, 20, 1)).isEqualTo(CompressionSetting.ZSTD);
    }

    @Test
    void threadsThatWaitForTheProcessorDoNotCompress() {
        assertThat(after(2, 2, 1)).isEqualTo(CompressionSetting.LZ4);
        assertThat(after(2, 2, 3)).isEqualTo(CompressionSetting.NONE);
    }

    @Test
    void bytesThatAreTakenAtOnceAreNotFree() {
        assertThat(after(9, 0, 1)).isEqualTo(CompressionSetting.LZ4);
    }

    @Test
    void aReadThatIsWaitedForCountsToo() {
        SpillCompression auto = SpillCompression.of("auto");
        auto.sampled(TEXT);
        auto.read(4_000_000, 200_000_000);
        for (int file = 0; file < 2; file++) {
            auto.written(new SpillTimes.FileTimes(4_000_000, 8_000_000, 10_000_000, 10_000_000));
        }
        assertThat(auto.next().compression()).isEqualTo(CompressionSetting.ZSTD);
    }

    @Test
    void theTimesOfSmallFilesSayNothing() {
        SpillCompression auto = SpillCompression.of("auto");
        auto.sampled(TEXT);
        for (int file = 0; file < 100; file++) {
            auto.written(new SpillTimes.FileTimes(1000, 1_000_000, 10_000, 10_000));
        }
        assertThat(auto.next().why()).isEqualTo("nothing was measured yet");
    }

    @Test
    void whatIsMeasuredIsOfTheThreadAndNotOfThoseThatGiveItRows() throws IOException {
        long began = System.nanoTime();
        SpillTimes times = new SpillTimes(new ByteArrayOutputStream());
        times.elsewhere(() -> {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 20_000_000) {
                Thread.onSpinWait();
            }
            return true;
        });
        times.write(new byte[1000], 0, 1000);
        times.close();
        long all = System.nanoTime() - began;
        SpillTimes.FileTimes file = times.times();
        assertThat(file.bytes()).isEqualTo(1000);
        assertThat(file.encodingNanos() + file.writingNanos()).isLessThanOrEqualTo(all - 20_000_000);
    }

    @Test
    void rowsComeBackWhateverTheyAreCompressedBy() throws IOException {
        List<Passage> rows = passages(new Random(2), 700, false);
        for (String setting : List.of("none", "lz4", "zstd", "auto")) {
            Spill<Passage> spill = spill(SpillCompression.of(setting));
            Spill.Run run = spill.write(rows.iterator(), 3);
            assertThat(run.rows()).isEqualTo(700);
            assertThat(run.pass()).isEqualTo(3);
            try (PartReader<Passage> reader = spill.open(run)) {
                for (Passage row : rows) {
                    Passage read = Objects.requireNonNull(reader.next());
                    assertThat(read.id()).isEqualTo(row.id());
                    assertThat(read.text()).isEqualTo(row.text());
                    assertThat(read.vector()).isEqualTo(row.vector());
                }
                assertThat(reader.next()).isNull();
            }
            spill.delete(run);
        }
        assertThat(files.written)
                .extracting(file -> file.compression().toString())
                .containsExactly("none", "lz4", "zstd", "lz4");
        assertThat(files.written.get(1).bytes()).isLessThan(files.written.get(0).bytes() / 10);
    }

    @Test
    void aSampleSaysHowMuchOfRowsIsLeft() throws IOException {
        List<Figures> text =
                SpillSample.of(passages(new Random(3), 100, false), PassageSerializer.INSTANCE, new ObjectFormat());
        assertThat(text)
                .extracting(Figures::compression)
                .containsExactly(CompressionSetting.NONE, CompressionSetting.LZ4, CompressionSetting.ZSTD);
        assertThat(text.get(0)).isEqualTo(Figures.NONE);
        assertThat(text.get(1).left()).isBetween(0.0, 0.1);
        assertThat(text.get(1).encodeNanos()).isPositive();
        assertThat(text.get(1).decodeNanos()).isPositive();
        List<Figures> vectors =
                SpillSample.of(passages(new Random(3), 100, true), PassageSerializer.INSTANCE, new ObjectFormat());
        assertThat(vectors.get(1).left()).isGreaterThan(0.9);
    }

    @Test
    void samplesAreTakenOfTheFirstFilesAndThenOnlyNowAndThen() {
        List<Passage> rows = passages(new Random(4), 50, false);
        SpillCompression auto = SpillCompression.of("auto");
        Spill<Passage> spill = spill(auto);
        List<Boolean> wanted = new ArrayList<>();
        for (int file = 0; file < 5; file++) {
            wanted.add(auto.wantsSample());
            spill.write(rows.iterator(), 1);
        }
        assertThat(wanted).containsExactly(true, true, true, false, false);
    }
}
