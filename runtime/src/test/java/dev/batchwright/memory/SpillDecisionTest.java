package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.memory.SpillDecision.Disk;
import dev.batchwright.memory.SpillDecision.Figures;
import dev.batchwright.shard.CompressionSetting;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Times are nanoseconds a byte: 2 are 500 MB a second, and 20 are 50. */
class SpillDecisionTest {

    private static final Disk FAST = new Disk(2, 2);
    private static final Disk SLOW = new Disk(20, 10);

    private static List<Figures> figures(double lz4Left, double zstdLeft, double slower) {
        return List.of(
                Figures.NONE,
                new Figures(CompressionSetting.LZ4, lz4Left, 2 * slower, 0.5 * slower),
                new Figures(CompressionSetting.ZSTD, zstdLeft, 4 * slower, 1.2 * slower));
    }

    private static final List<Figures> TEXT = figures(0.55, 0.35, 1);
    private static final List<Figures> VECTORS = figures(1, 0.93, 1);

    private static SpillDecision after(int files, SpillDecision from, List<Figures> figures, Disk disk) {
        SpillDecision decision = from;
        for (int i = 0; i < files; i++) {
            decision = decision.next(figures, disk);
        }
        return decision;
    }

    @Test
    void theFirstFileIsCompressedByLz4() {
        assertThat(SpillDecision.FIRST.compression()).isEqualTo(CompressionSetting.LZ4);
    }

    @Test
    void whereTheDiskIsShortFilesBecomeSmaller() {
        assertThat(after(2, SpillDecision.FIRST, TEXT, SLOW).compression()).isEqualTo(CompressionSetting.ZSTD);
    }

    @Test
    void whereTheProcessorIsShortNothingIsCompressed() {
        List<Figures> crowded = figures(0.55, 0.35, 4);
        assertThat(after(2, SpillDecision.FIRST, crowded, FAST).compression()).isEqualTo(CompressionSetting.NONE);
    }

    @Test
    void rowsThatDoNotShrinkAreNotCompressedUnlessThatIsAsGoodAsNothing() {
        List<Figures> random = figures(1, 1, 1);
        assertThat(after(2, SpillDecision.FIRST, random, FAST).compression()).isEqualTo(CompressionSetting.NONE);
        assertThat(after(2, SpillDecision.FIRST, random, SLOW).compression()).isEqualTo(CompressionSetting.LZ4);
    }

    @Test
    void oneFileThatSaysOtherwiseChangesNothing() {
        SpillDecision once = SpillDecision.FIRST.next(TEXT, SLOW);
        assertThat(once.compression()).isEqualTo(CompressionSetting.LZ4);
        SpillDecision back = once.next(TEXT, FAST);
        assertThat(back.next(TEXT, SLOW).compression()).isEqualTo(CompressionSetting.LZ4);
        assertThat(after(2, back, TEXT, SLOW).compression()).isEqualTo(CompressionSetting.ZSTD);
    }

    @Test
    void aLittleBetterIsNotWorthAChange() {
        // none costs 4, and LZ4 2.5 + 0.55 * 4 = 4.7
        assertThat(Figures.NONE.nanos(FAST))
                .isGreaterThan(SpillDecision.WORTH_WHILE * TEXT.get(1).nanos(FAST));
        assertThat(after(9, SpillDecision.FIRST, TEXT, FAST).compression()).isEqualTo(CompressionSetting.LZ4);
    }

    @Test
    void timesThatVaryDoNotMakeItGoToAndFro() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SpillDecision decision = SpillDecision.FIRST;
        int changes = 0;
        for (int file = 0; file < 1000; file++) {
            // where all three are about as good, each is the best of them now and then
            double noise = 0.92 + 0.16 * random.nextDouble();
            SpillDecision next = decision.next(figures(0.6, 0.5, 0.75 * noise), new Disk(3.1 / noise, 3.1 / noise));
            changes += next.compression().equals(decision.compression()) ? 0 : 1;
            decision = next;
        }
        assertThat(changes).as("seed " + seed).isLessThanOrEqualTo(2);
    }

    @Test
    void itFollowsADiskThatBecomesSlowAndFastAgain() {
        SpillDecision slow = after(2, SpillDecision.FIRST, TEXT, SLOW);
        assertThat(after(3, slow, TEXT, new Disk(0.5, 0.5)).compression()).isEqualTo(CompressionSetting.NONE);
        assertThat(after(5, after(3, slow, TEXT, new Disk(0.5, 0.5)), TEXT, SLOW)
                        .compression())
                .isEqualTo(CompressionSetting.ZSTD);
    }

    @Test
    void itSaysWithWhichFigures() {
        assertThat(after(2, SpillDecision.FIRST, TEXT, SLOW).why())
                .isEqualTo("zstd leaves 35 %, which saves the disk 19.5 ms a MB and takes the processor 5.2");
        assertThat(after(2, SpillDecision.FIRST, VECTORS, FAST).why())
                .isEqualTo("lz4 leaves 100 %, which saves the disk 0.0 ms a MB and takes the processor 2.5");
    }

    @Test
    void whatIsGivenInTheOptionsStays() {
        SpillCompression fixed = SpillCompression.of("zstd");
        assertThat(fixed.next().compression()).isEqualTo(CompressionSetting.ZSTD);
        fixed.sampled(VECTORS);
        assertThat(fixed.wantsSample()).isFalse();
        assertThat(fixed.next())
                .isEqualTo(
                        new SpillDecision(CompressionSetting.ZSTD, "given in the options", CompressionSetting.ZSTD, 0));
    }
}
