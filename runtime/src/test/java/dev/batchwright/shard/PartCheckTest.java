package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartCheck.DamagedRows;
import dev.batchwright.shard.PartCheck.Extent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check of a part finds what a reader of all of its rows would find, and says which rows are lost. */
class PartCheckTest {

    private static final int MUTATIONS = 250;

    static Stream<String> kinds() {
        return Stream.of("parquet none", "parquet zstd", "msgpack none", "msgpack lz4", "object zstd");
    }

    private static ShardFormat format(String kind) {
        return ShardFormats.load().named(kind.substring(0, kind.indexOf(' ')));
    }

    private static byte[] part(String kind, MixedColumns columns, List<List<@Nullable Object>> rows) {
        CompressionSetting compression = CompressionSetting.parse(kind.substring(kind.indexOf(' ') + 1));
        return PartBytes.write(format(kind), columns.serializer(), compression, rows, 10);
    }

    private static PartCheck check(String kind, byte[] part) throws IOException {
        return format(kind).check(new BytesPartInput("step/f1/00000.000", part), null);
    }

    private static boolean isFound(String kind, byte[] part) throws IOException {
        try {
            return !check(kind, part).damage().isEmpty();
        } catch (CorruptShardException e) {
            return true;
        }
    }

    private static boolean isReadAsWritten(
            String kind, MixedColumns columns, byte[] part, List<List<@Nullable Object>> rows) {
        try {
            return PartBytes.rows(format(kind), columns.serializer(), part).equals(rows);
        } catch (CorruptShardException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void findsWhateverWouldKeepAReaderFromTheRows(String kind) throws IOException {
        long first = new Random().nextLong();
        for (long seed = first; seed < first + MUTATIONS; seed++) {
            findsIt(kind, seed);
        }
    }

    /** Among them the headers of pages, which have no checksum. A reader gives the rows or refuses them, and never gives others. */
    @ParameterizedTest
    @MethodSource("kinds")
    void findsEveryByteThatMatters(String kind) throws IOException {
        MixedColumns columns = new MixedColumns(1);
        List<List<@Nullable Object>> rows = columns.rows(20);
        byte[] part = part(kind, columns, rows);
        for (int at = 0; at < part.length; at++) {
            for (int value :
                    new int[] {0, -1, part[at] ^ 1, part[at] ^ 2, part[at] ^ 8, part[at] ^ 0x10, part[at] ^ 0x80}) {
                byte[] changed = part.clone();
                changed[at] = (byte) value;
                String what = "byte " + at + " is " + value + " instead of " + part[at];
                try {
                    assertThat(PartBytes.rows(format(kind), columns.serializer(), changed))
                            .as(what)
                            .isEqualTo(rows);
                } catch (CorruptShardException e) {
                    assertThat(isFound(kind, changed)).as(what).isTrue();
                }
            }
        }
    }

    private static void findsIt(String kind, long seed) throws IOException {
        Random random = new Random(seed);
        MixedColumns columns = new MixedColumns(seed);
        List<List<@Nullable Object>> rows = columns.rows(1 + random.nextInt(30));
        byte[] part = part(kind, columns, rows);
        assertThat(isReadAsWritten(kind, columns, part, rows))
                .as("seed " + seed)
                .isTrue();
        byte[] mutated = new Mutator(random).mutate(part, part);
        if (!isReadAsWritten(kind, columns, mutated, rows)) {
            assertThat(isFound(kind, mutated)).as("seed " + seed).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void findsNothingInASoundPart(String kind) throws IOException {
        MixedColumns columns = new MixedColumns(1);
        for (int count : new int[] {0, 1, 50_000}) {
            byte[] part = part(kind, columns, columns.rows(count));

            PartCheck check = check(kind, part);

            assertThat(check.damage()).as("%d rows", count).isEmpty();
            assertThat(check.extent()).isEqualTo(Extent.ALL);
            assertThat(check.footer().rows()).isEqualTo(count);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysWhichRowsAreLost(String kind) throws IOException {
        MixedColumns columns = new MixedColumns(1);
        byte[] part = part(kind, columns, columns.rows(50_000));
        part[part.length / 2] ^= 1;

        List<DamagedRows> damage = check(kind, part).damage();

        assertThat(damage).hasSize(1);
        assertThat(damage.get(0).firstRow()).isNotNegative();
        assertThat(damage.get(0).endRow()).isGreaterThan(damage.get(0).firstRow());
        assertThat(damage.get(0).endRow() - damage.get(0).firstRow()).isLessThan(50_000);
    }

    @Test
    void keepsToSoManyFindings() {
        PartCheck.Findings findings = new PartCheck.Findings();
        for (int row = 0; row < 1_000; row++) {
            findings.add(2L * row, 2L * row + 1, "it is damaged");
        }

        List<DamagedRows> damage = findings.of(
                        PartBytes.footer(new MixedColumns(0).serializer(), CompressionSetting.NONE, 2_000))
                .damage();

        assertThat(damage).hasSize(100);
        assertThat(damage.get(99)).isEqualTo(new DamagedRows(198, 1_999, "more is damaged than is told here"));
    }

    @Test
    void putsRowsTogetherThatFollowEachOther() {
        PartCheck.Findings findings = new PartCheck.Findings();
        findings.add(0, 5, "it is damaged");
        findings.add(5, 9, "it is damaged");
        findings.add(9, 12, "it is gone");

        assertThat(new ArrayList<>(
                        findings.of(PartBytes.footer(new MixedColumns(0).serializer(), CompressionSetting.NONE, 12))
                                .damage()))
                .containsExactly(new DamagedRows(0, 9, "it is damaged"), new DamagedRows(9, 12, "it is gone"));
    }
}
