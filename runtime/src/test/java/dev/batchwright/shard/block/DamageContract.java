package dev.batchwright.shard.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.Allocation;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every format of blocks does about files that are not as they were written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DamageContract {

    private static final long SEED = 99;
    private static final long MOST_ALLOCATED = 2 << 20;

    /** One in so many bits of a block is flipped: all of them have one checksum. No multiple of 8, so that every bit of a byte is. */
    private static final int SAMPLED = 37;

    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;
    private static final List<Everything> ROWS = new EverythingGenerator(SEED).rows(3);

    private final BlockFormat format;
    private final PartForger forger;

    protected DamageContract(BlockFormat format) {
        this.format = format;
        this.forger = new PartForger(format, SERIALIZER);
    }

    /** A byte of any kind, but often one that begins a long value. */
    protected abstract int interesting(Random random);

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void noticesThatTheFileIsCutOffAtAnyByte(String compression) {
        byte[] file = file(compression);
        for (int length = 0; length < file.length; length++) {
            assertThat(refuses(true, Arrays.copyOf(file, length), length))
                    .as("cut to %d bytes", length)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void noticesEverySingleBitThatIsFlippedInItsHeadersAndSampledOnesInItsBlock(String compression) throws IOException {
        byte[] file = file(compression);
        int blockBegins = FileFooter.FIRST_BLOCK + BlockHeader.BYTES;
        int blockEnds = blockBegins + forger.firstBlock(file).length;
        for (int bit = 0; bit < 8 * file.length; bit += isWithin(bit, blockBegins, blockEnds) ? SAMPLED : 1) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refuses(true, damaged, bit)).as("bit %d flipped", bit).isTrue();
        }
    }

    private static boolean isWithin(int bit, int begin, int end) {
        return bit >= 8 * begin && bit + SAMPLED < 8 * end;
    }

    @Test
    void saysNothingButCorruptOfRowsThatCarryTheRightChecksumAndAreWrongNevertheless() throws IOException {
        Random random = new Random(SEED);
        byte[] file = file("none");
        byte[] rows = forger.firstBlock(file);
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] wrong = rows.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                wrong[random.nextInt(wrong.length)] = (byte) interesting(random);
            }
            if (random.nextInt(8) == 0) {
                wrong = Arrays.copyOf(wrong, 1 + random.nextInt(wrong.length));
            }
            refused += refuses(i % 2 == 0, forger.withRows(wrong, ROWS.size()), i) ? 1 : 0;
        }
        assertThat(refused).isBetween(800, 3_980);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void saysNothingButCorruptOfBlocksThatCannotBeDecompressed(String compression) throws IOException {
        Random random = new Random(SEED);
        byte[] file = file(compression);
        byte[] stored = forger.firstBlock(file);
        int length = forger.lengthOfFirstBlock(file);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] wrong = stored.clone();
            wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
            int claimed = random.nextInt(4) == 0 ? wrong.length + 1 + random.nextInt(16 << 10) : length;
            refused += refuses(
                            true,
                            forger.withBlock(CompressionSetting.parse(compression), wrong, claimed, ROWS.size()),
                            i)
                    ? 1
                    : 0;
        }
        assertThat(refused).isBetween(200, 1_000);
    }

    @Test
    void aReaderThatMetDamageReadsNoFurther() throws IOException {
        byte[] file = file("none");
        file[FileFooter.FIRST_BLOCK + BlockHeader.BYTES + 100] ^= 1;
        try (PartReader<Everything> reader = PartBytes.open(format, SERIALIZER, file)) {
            assertThatThrownBy(reader::next).isInstanceOf(CorruptShardException.class);

            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reader.nextBatch(1)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Reads a file, and tells whether it is refused; in either way it must not cost more than files of this size do. */
    private boolean refuses(boolean byRows, byte[] file, int attempt) {
        AtomicBoolean refused = new AtomicBoolean();
        long allocated = Allocation.during(() -> refused.set(meetsDamage(byRows, file, attempt)));
        assertThat(allocated)
                .as("allocated in attempt %d, seed %d", attempt, SEED)
                .isLessThan(MOST_ALLOCATED);
        return refused.get();
    }

    private boolean meetsDamage(boolean byRows, byte[] file, int attempt) {
        try {
            if (byRows) {
                PartBytes.rows(format, SERIALIZER, file);
            } else {
                PartBytes.batchedRows(format, SERIALIZER, file, 1 + attempt % 4);
            }
            return false;
        } catch (CorruptShardException e) {
            assertThat(e).hasMessageContaining("step/f1/00000.000");
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("Attempt " + attempt + " with seed " + SEED, e);
        }
    }

    private byte[] file(String compression) {
        return PartBytes.write(format, SERIALIZER, CompressionSetting.parse(compression), ROWS, 10);
    }
}
