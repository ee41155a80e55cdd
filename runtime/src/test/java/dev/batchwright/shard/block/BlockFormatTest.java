package dev.batchwright.shard.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.batchwright.CorruptShardException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.Allocation;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.msgpack.MessagePackFormat;
import dev.batchwright.shard.msgpack.NoteSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFormatTest {

    private static final MessagePackFormat FORMAT = new MessagePackFormat();
    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;
    private static final List<Everything> ROWS = new EverythingGenerator(99).rows(3);

    private final PartForger forger = new PartForger(FORMAT, SERIALIZER);

    @ParameterizedTest
    @CsvSource({
        "1073741824, 100, 1", // shrunk to too little
        "2000000000, 1000000, 1", // longer than any block
        "-1, 100, 1",
        "100, 200, 1", // longer in the file than without compression
        "200, 100, 201", // more rows than bytes
        "200, 100, 0",
    })
    void believesNoHeaderThatNoWriterWrites(int length, int storedLength, int rows) {
        byte[] header = new BlockHeader(length, storedLength, rows, 0).encode();

        assertThat(BlockHeader.decode(header)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[8,3,0]",
                "[[9,3,0]]",
                "[[8,2,0]]",
                "[[8,3,1]]",
                "[[8,3]]",
                "[[8,3,0,0]]",
                "[[8,-3,0]]",
                "[[8,3,0],[8,3,0]]",
                "[[8,1,0],[9,2,1]]",
                "[[8,1,0],[1000000,2,1]]",
                "[[8,3000000000,0]]",
                "[[8,\"3\",0]]",
                "{}",
                "null"
            })
    void believesNoBlockIndexThatDoesNotFitTheFile(String index) throws IOException {
        byte[] file = file("zstd");
        String json = forger.footerText(file);
        String changed = json.substring(0, json.indexOf("\"blocks\":") + 9) + index + "}";

        assertThatThrownBy(() -> PartBytes.rows(FORMAT, SERIALIZER, forger.withFooter(file, changed)))
                .isInstanceOf(CorruptShardException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2 << 20, 64 << 20, 512 << 20})
    void makesNoRoomForABlockThatSaysItInflatesALot(int length) throws IOException {
        byte[] bomb = zeros(length);
        byte[] file = forger.withBlock(CompressionSetting.ZSTD, bomb, length, 1);

        // Not within what is measured, where classes would be loaded for the first time.
        assertThatThrownBy(() -> PartBytes.rows(FORMAT, SERIALIZER, file))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("step/f1/00000.000")
                .hasMessageContaining("byte 8");
        long allocated = Allocation.during(() -> assertThat(isRefused(file)).isTrue());
        assertThat(allocated).isLessThan(1024L * file.length);
    }

    @Test
    void makesNoMoreOfABlockThanItSays() throws IOException {
        byte[] file = forger.withBlock(CompressionSetting.ZSTD, zeros(1 << 20), 300 << 10, 1);

        assertThatThrownBy(() -> PartBytes.rows(FORMAT, SERIALIZER, file)).isInstanceOf(CorruptShardException.class);
    }

    private static boolean isRefused(byte[] file) {
        try {
            PartBytes.rows(FORMAT, SERIALIZER, file);
            return false;
        } catch (CorruptShardException e) {
            return true;
        }
    }

    /** As many zeros, compressed: nothing shrinks more. */
    private static byte[] zeros(int length) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(compressed)) {
            byte[] some = new byte[1 << 20];
            for (int left = length; left > 0; left -= some.length) {
                zstd.write(some);
            }
        }
        return compressed.toByteArray();
    }

    @Test
    void refusesRowsOfAnotherSchema() {
        assertThatThrownBy(() -> PartBytes.open(FORMAT, new NoteSerializer(), file("zstd")))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("schema");
    }

    @Test
    void refusesFootersThatDoNotFitTheRows() throws IOException {
        PartFooter footer = PartBytes.footer(SERIALIZER, CompressionSetting.NONE, 1);
        RecordType other = RecordType.named("Other").column("a", ScalarType.INT).build();
        for (PartFooter wrong : List.of(
                footer,
                PartBytes.footer(SERIALIZER, CompressionSetting.LZ4, 0),
                new PartFooter("step", "f1", 0, 0, 0, 0, 0, 0, other.hash(), "none", true, true))) {
            try (var writer = FORMAT.write(new ByteArrayOutputStream(), SERIALIZER, CompressionSetting.NONE)) {
                assertThatThrownBy(() -> writer.finish(wrong)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static byte[] file(String compression) {
        return PartBytes.write(FORMAT, SERIALIZER, CompressionSetting.parse(compression), ROWS, 10);
    }
}
