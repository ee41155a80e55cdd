package dev.batchwright.shard.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.InvalidRowException;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.msgpack.NoteSerializer.Note;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePackWriterTest {

    private static final RecordType SCHEMA = RecordType.named("Row")
            .column("first", ScalarType.INT)
            .column("texts", new ListType(ScalarType.STRING, false, false))
            .build();
    private static final MessagePackFormat FORMAT = new MessagePackFormat();
    private static final NoteSerializer NOTES = new NoteSerializer();

    private final Encoder encoder = new Encoder();
    private final MessagePackWriter out = new MessagePackWriter(SCHEMA, encoder);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1022, 1023, 1024, 5000})
    void saysWhereHalfOfASurrogatePairStands(int index) {
        beginTexts(1);

        assertThatThrownBy(() -> out.writeString("ä".repeat(index) + "\uD83D!"))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("Column texts")
                .hasMessageContaining("character " + index + ",")
                .hasMessageContaining("\\uD83D");
        assertThat(encoder.text("x".repeat(index) + "\uDE00")).isEqualTo(index);
        assertThat(encoder.text("x".repeat(index) + "\uD83D")).isEqualTo(index);
    }

    @Test
    void keepsPairsThatLieAcrossItsChunks() {
        for (int before = 1020; before < 1030; before++) {
            String text = "x".repeat(before) + "😀".repeat(600) + "ü";
            encoder.clear();

            assertThat(encoder.text(text)).isEqualTo(-1);
            assertThat(decoder().text()).isEqualTo(text);
        }
    }

    @Test
    void noticesACollectionThatShrinksWhileItIsWritten() {
        beginTexts(2);
        out.writeString("only one");

        assertThatThrownBy(out::endList).isInstanceOf(InvalidRowException.class).hasMessageContaining("Column texts");
    }

    @Test
    void noticesACollectionThatGrowsWhileItIsWritten() {
        beginTexts(1);
        out.writeString("one");
        out.writeString("two");

        assertThatThrownBy(out::endList).isInstanceOf(InvalidRowException.class);
    }

    private void beginTexts(int size) {
        out.beginRecord(SCHEMA);
        out.writeInt(1);
        out.beginList(size);
    }

    @Test
    void writesEveryDecimalThatItCanReadBackAndRefusesTheOthers() {
        int refused = 0;
        for (int scale :
                new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE + 50, 0, Integer.MAX_VALUE - 50, Integer.MAX_VALUE}) {
            for (String digits : List.of("0", "1", "-7", "9".repeat(40))) {
                BigDecimal decimal = new BigDecimal(new BigInteger(digits), scale);
                encoder.clear();
                try {
                    out.writeDecimal(decimal);
                } catch (InvalidRowException e) {
                    assertThat(e).hasMessageContaining("exponent").hasMessageContaining("Column");
                    refused++;
                    continue;
                }
                assertThat(MessagePackReader.ofRows(decoder()).readDecimal()).isEqualTo(decimal);
            }
        }
        assertThat(refused).isBetween(1, 10);
    }

    @Test
    void findsRecordsOfASealedInterfaceByNamesBeyondAscii() {
        RecordType small = RecordType.named("Klein").build();
        RecordType large = RecordType.named("Groß").build();
        UnionType size = new UnionType("Größe", List.of(small, large));
        out.beginUnion(size, 1);
        out.beginRecord(large);
        out.endRecord();
        out.endUnion();
        MessagePackReader in = MessagePackReader.ofRows(decoder());

        assertThat(in.beginUnion(size)).isEqualTo(1);
        assertThat(in.beginRecord(large)).isEqualTo(-1);
    }

    @Test
    void aGiantRowMakesAGiantBlock() {
        byte[] noise = new byte[20 << 20];
        new Random(1).nextBytes(noise);
        List<Note> notes = List.of(
                new Note("small", new byte[] {1}), new Note("ü".repeat(3 << 20), noise), new Note("last", new byte[0]));
        for (String compression : List.of("none", "lz4", "zstd")) {
            byte[] file = PartBytes.write(FORMAT, NOTES, CompressionSetting.parse(compression), notes, 1);
            List<Note> read = PartBytes.rows(FORMAT, NOTES, file);

            assertThat(read).extracting(Note::text).containsExactly("small", "ü".repeat(3 << 20), "last");
            assertThat(read.get(1).bytes()).isEqualTo(noise);
        }
    }

    @Test
    void aGiantRowThatShrinksBeyondBeliefIsStoredAsItIs() {
        List<Note> notes = List.of(new Note("zeros", new byte[20 << 20]));
        byte[] file = PartBytes.write(FORMAT, NOTES, CompressionSetting.ZSTD, notes, 1);

        assertThat(file.length).isGreaterThan(20 << 20);
        assertThat(PartBytes.rows(FORMAT, NOTES, file).get(0).bytes()).isEqualTo(new byte[20 << 20]);
    }

    @Test
    void rowsThatCompressWellStillFillBlocksByTheirOwnLength() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            notes.add(new Note("note", new byte[10_000]));
        }
        byte[] file = PartBytes.write(FORMAT, NOTES, CompressionSetting.ZSTD, notes, 100);

        assertThat(file.length).isLessThan(100_000);
        assertThat(PartBytes.rows(FORMAT, NOTES, file)).hasSize(1000);
    }

    @Test
    void theSizeSoFarDependsOnNothingButTheRows() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(2).nextBytes(noise);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PartWriter<Note> writer = FORMAT.write(file, NOTES, CompressionSetting.ZSTD)) {
            long before = writer.encodedBytes();
            writer.write(List.of(new Note("a", noise)));
            assertThat(writer.encodedBytes() - before).isBetween(100_000L, 100_010L);
            assertThat(file.size()).isEqualTo((int) before);

            writer.write(List.of(new Note("a", noise), new Note("a", noise)));
            assertThat(writer.encodedBytes()).isEqualTo(file.size());
        }
    }

    @Test
    void aPartThatFailedCannotBeFinished() throws IOException {
        try (PartWriter<Note> writer = FORMAT.write(new ByteArrayOutputStream(), NOTES, CompressionSetting.ZSTD)) {
            List<Note> bad = List.of(new Note("\uD83D", new byte[0]));
            assertThatThrownBy(() -> writer.write(bad)).isInstanceOf(InvalidRowException.class);

            assertThatThrownBy(() -> writer.finish(PartBytes.footer(NOTES, CompressionSetting.ZSTD, 0)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private Decoder decoder() {
        return new Decoder(new BlockRows("file", 0, encoder.array(), encoder.position(), 1), 0);
    }
}
