package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.block.BlockForger;
import dev.batchwright.shard.parquet.ParquetForger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small parts of every format, changed at random, with checksums that do not fit any more and with checksums that do. A reader gives the
 * rows that were written or refuses the part; it neither throws anything else nor goes on for ever nor takes more memory than the file
 * could need.
 *
 * <p>{@code -Dmutations.seed=…} repeats a case, {@code -Dmutations.count=…} says how many are tried of each kind.
 */
class MutationTest {

    /** Enough for a short run; a long one takes a million. */
    private static final int COUNT = Integer.getInteger("mutations.count", 2_500);

    private static final long FIRST_SEED = Long.getLong("mutations.seed", 1);

    /** What reading may allocate whatever the file: buffers of compressions, and what a size below any doubt takes. */
    private static final long ALLOWANCE = 96L << 20;

    private static final int ALLOWED_PER_BYTE = 2_048;

    private static Guarded guarded;

    @BeforeAll
    static void open() {
        guarded = new Guarded();
    }

    @AfterAll
    static void close() {
        guarded.close();
    }

    record Kind(ShardFormat format, String compression, UnaryOperator<byte[]> forger) {

        @Override
        public String toString() {
            return format.name() + ", " + compression;
        }
    }

    static Stream<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (String name : List.of("parquet", "msgpack", "object")) {
            ShardFormat format = ShardFormats.load().named(name);
            for (String compression : List.of("none", "lz4", "zstd", "snappy")) {
                if (format.supports(CompressionSetting.parse(compression))) {
                    kinds.add(new Kind(
                            format, compression, name.equals("parquet") ? ParquetForger::seal : BlockForger::seal));
                }
            }
        }
        return kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesTheRowsOrRefusesThePart(Kind kind) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
            Random random = new Random(seed);
            MixedColumns columns = new MixedColumns(seed);
            List<List<@Nullable Object>> rows = columns.rows(1 + random.nextInt(30));
            byte[] part = part(kind, columns, rows);
            byte[] mutated = new Mutator(random).mutate(part, part(kind, columns, columns.rows(5)));
            boolean isForged = random.nextBoolean();
            check(kind, seed, rows, isForged ? kind.forger().apply(mutated) : mutated, isForged);
        }
    }

    private static void check(Kind kind, long seed, List<List<@Nullable Object>> rows, byte[] part, boolean isForged) {
        String what = kind + ": rerun with -Dmutations.seed=" + seed + " -Dmutations.count=1";
        MixedColumns columns = new MixedColumns(0);
        Guarded.Outcome byRows = guarded.read(what, () -> PartBytes.rows(kind.format(), columns.serializer(), part));
        Guarded.Outcome byColumns =
                guarded.read(what, () -> PartBytes.batchedRows(kind.format(), columns.serializer(), part, 7));
        for (Guarded.Outcome outcome : List.of(byRows, byColumns)) {
            assertThat(outcome.allocated())
                    .as("allocated for %d bytes by %s", part.length, what)
                    .isLessThan(ALLOWANCE + (long) ALLOWED_PER_BYTE * part.length);
            if (outcome.isRefused()) {
                assertThat(outcome.refusal())
                        .as(what)
                        .isInstanceOf(CorruptShardException.class)
                        .hasMessageContaining("step/f1/00000.000");
            } else if (!isForged) {
                // Somebody who makes checksums fit can make other rows.
                assertThat(Objects.equals(outcome.rows(), rows)).as(what).isTrue();
            }
        }
    }

    private static byte[] part(Kind kind, MixedColumns columns, List<List<@Nullable Object>> rows) {
        return PartBytes.write(
                kind.format(), columns.serializer(), CompressionSetting.parse(kind.compression()), rows, 10);
    }
}
