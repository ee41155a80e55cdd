package dev.batchwright.shard.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.block.BlockRows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectWriterTest {

    private static final RecordType SCHEMA = RecordType.named("Row")
            .column("first", ScalarType.INT)
            .column("texts", new ListType(ScalarType.STRING, false, false))
            .column("size", new EnumType("Size", List.of("SMALL", "LARGE")))
            .column("notes", new MapType(ScalarType.STRING, false))
            .build();

    private final TextEncoder encoder = new TextEncoder();
    private final ObjectWriter out = new ObjectWriter(SCHEMA, encoder);

    /** An enum that the schema knows. */
    enum Size {
        SMALL,
        LARGE
    }

    /** The same enum, compiled again with another order. */
    enum Resized {
        LARGE,
        SMALL
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 31, 32, 5000})
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
    void keepsTextOfEveryLengthAndEveryEncoding() {
        Random random = new Random(7);
        for (String letters : List.of("abc?", "aÿ?é", "aé?漢", "a?😀", "\u0000\uFFFD\u0100", "漢字")) {
            int[] points = letters.codePoints().toArray();
            for (int length = 0; length < 140; length++) {
                String text = random.ints(length, 0, points.length)
                        .map(index -> points[index])
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                encoder.clear();

                assertThat(encoder.text(text)).isEqualTo(-1);
                assertThat(decoder().text()).isEqualTo(text);
            }
        }
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        encoder.number((2 << 1) | 1);
        encoder.append(new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThatThrownBy(() -> decoder().text())
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void givesKeysThatComeAgainAsOneString() {
        List<String> keys = List.of("a", "campaign", "exactly 16 bytes", "longer than sixteen bytes", "ключ", "", "b");
        for (String key : keys) {
            encoder.text(key);
            encoder.text(key);
        }
        RecentKeys recent = new RecentKeys();
        ObjectDecoder in = decoder();
        for (String key : keys) {
            String once = recent.read(in);
            String again = recent.read(in);

            assertThat(once).isEqualTo(key);
            assertThat(again).isEqualTo(key);
            if (key.matches("[ -~]{1,16}")) {
                assertThat(again).isSameAs(once);
            }
        }
    }

    @Test
    void tellsKeysApartHoweverAlikeTheyAre() {
        Random random = new Random(11);
        List<String> keys = random.ints(20_000, 0, 5_000)
                .mapToObj(number -> "k".repeat(number % 14) + (number % 97))
                .toList();
        keys.forEach(encoder::text);
        RecentKeys recent = new RecentKeys();
        ObjectDecoder in = decoder();

        assertThat(keys.stream().map(key -> recent.read(in))).isEqualTo(keys);
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

    @Test
    void givesBackEveryDecimal() {
        for (int scale : new int[] {Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE}) {
            for (String digits : List.of("0", "1", "-7", "128", "-128", "9".repeat(40))) {
                BigDecimal decimal = new BigDecimal(new BigInteger(digits), scale);
                encoder.clear();
                out.beginList(1);
                out.writeDecimal(decimal);

                ObjectReader in = reader();
                in.beginList();
                assertThat(in.readDecimal()).isEqualTo(decimal);
            }
        }
    }

    @Test
    void givesBackTheConstantsOfAnEnumThatIsAsItWasCompiled() {
        out.beginList(2);
        out.writeEnum(Size.LARGE);
        out.writeEnum(Size.SMALL);

        ObjectReader in = reader();
        in.beginList();
        assertThat(List.of(in.readEnum(Size.class), in.readEnum(Size.class))).containsExactly(Size.LARGE, Size.SMALL);
    }

    @Test
    void refusesAnEnumWhoseConstantsAreNoLongerThoseOfTheSchema() {
        out.beginList(1);

        assertThatThrownBy(() -> out.writeEnum(Resized.LARGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Resized")
                .hasMessageContaining("Compile the row again");
        assertThatThrownBy(() -> reader().readEnum(Resized.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAConstantThatThereIsNot() {
        encoder.number(2);

        assertThatThrownBy(() -> reader().readEnum(Size.class))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("Size");
    }

    private void beginTexts(int size) {
        out.beginRecord(SCHEMA);
        out.writeInt(1);
        out.beginList(size);
    }

    private ObjectReader reader() {
        EnumIndexes enums = new EnumIndexes(EnumIndexes.listsIn(SCHEMA));
        return new ObjectReader(decoder(), null, enums, new RecentKeys());
    }

    private ObjectDecoder decoder() {
        return new ObjectDecoder(new BlockRows("file", 0, encoder.array(), encoder.position(), 1), 0);
    }
}
