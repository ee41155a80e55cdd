package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Guarded;
import dev.batchwright.shard.MixedColumns;
import dev.batchwright.shard.PartBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that are cut off anywhere, or in which any bit of what is not a page's body has flipped. */
class HostilePartTest {

    private static final ParquetFormat FORMAT = new ParquetFormat(4 << 10);
    private static final MixedColumns COLUMNS = new MixedColumns(20261124);
    private static final List<List<@Nullable Object>> ROWS = COLUMNS.rows(60);

    private static Guarded guarded;

    @BeforeAll
    static void open() {
        guarded = new Guarded();
    }

    @AfterAll
    static void close() {
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "zstd"})
    void areRefusedWhereverTheyAreCutOff(String compression) {
        byte[] part = part(compression);
        for (int length = 0; length < part.length; length++) {
            assertRefused("cut to " + length + " bytes", Arrays.copyOf(part, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "zstd"})
    void areRefusedForAnyBitOfIndexesAndFooter(String compression) throws IOException {
        byte[] part = part(compression);
        for (int at = dataEnd(part); at < part.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                assertRefused("bit " + bit + " of byte " + at, flipped(part, at, bit));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "snappy", "lz4", "zstd"})
    void giveTheSameRowsOrNoneForAnyBitOfTheirPagesHeaders(String compression) throws IOException {
        byte[] part = part(compression);
        List<String> others = new ArrayList<>();
        int refused = 0;
        int cases = 0;
        for (int at : headerBytes(part)) {
            for (int bit = 0; bit < 8; bit++) {
                String what = compression + ", bit " + bit + " of byte " + at;
                Guarded.Outcome outcome = read(what, flipped(part, at, bit));
                if (!outcome.isRefused() && !ROWS.equals(outcome.rows())) {
                    others.add(what);
                }
                refused += outcome.isRefused() ? 1 : 0;
                cases++;
            }
        }
        assertThat(others).as("flips that gave other rows").isEmpty();
        // What is not refused are fields that say nothing of the rows.
        assertThat(refused).isGreaterThan(cases * 9 / 10);
    }

    private static void assertRefused(String what, byte[] part) {
        Guarded.Outcome outcome = read(what, part);
        assertThat(outcome.refusal())
                .as(what)
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("step/f1/00000.000");
    }

    private static Guarded.Outcome read(String what, byte[] part) {
        Guarded.Outcome outcome =
                guarded.read(what, () -> PartBytes.batchedRows(FORMAT, COLUMNS.serializer(), part, 25));
        assertThat(outcome.allocated()).as("allocated for %s", what).isLessThan(64L << 20);
        return outcome;
    }

    private static byte[] part(String compression) {
        return PartBytes.write(FORMAT, COLUMNS.serializer(), CompressionSetting.parse(compression), ROWS, 20);
    }

    private static byte[] flipped(byte[] part, int at, int bit) {
        byte[] flipped = part.clone();
        flipped[at] ^= (byte) (1 << bit);
        return flipped;
    }

    private static int dataEnd(byte[] part) throws IOException {
        return (int) ParquetFile.open(new dev.batchwright.shard.BytesPartInput("file", part), Damage.ofPart("file"))
                .dataEnd();
    }

    private static List<Integer> headerBytes(byte[] part) throws IOException {
        List<Integer> bytes = new ArrayList<>(List.of(0, 1, 2, 3));
        int end = dataEnd(part);
        int at = 4;
        while (at < end) {
            ByteArrayInputStream in = new ByteArrayInputStream(part, at, end - at);
            PageHeader header = Util.readPageHeader(in);
            int body = end - in.available();
            for (; at < body; at++) {
                bytes.add(at);
            }
            at += header.getCompressed_page_size();
        }
        return bytes;
    }
}
