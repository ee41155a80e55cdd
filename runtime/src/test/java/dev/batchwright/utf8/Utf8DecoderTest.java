package dev.batchwright.utf8;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8DecoderTest {

    private final Utf8Decoder decoder = new Utf8Decoder();

    @Test
    void agreesWithTheDecoderOfTheJdkAboutValidText() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomText.of(random, i % 1000 == 0 ? 100_000 : 60);
            byte[] bytes = ("<<" + text + "é>>").getBytes(StandardCharsets.UTF_8);

            assertThat(decoder.decode(bytes, 2, bytes.length - 6)).isEqualTo(text);
        }
    }

    @Test
    void refusesWhatTheDecoderOfTheJdkRefuses() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = RandomText.of(random, 30).getBytes(StandardCharsets.UTF_8);
            for (int damages = random.nextInt(3); damages > 0 && bytes.length > 0; damages--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(bytes.length + 1);
            String decoded = decoder.decode(bytes, 0, length);

            assertThat(decoded).isEqualTo(decodedByJdk(bytes, length));
            valid += decoded == null ? 0 : 1;
        }
        assertThat(valid).isBetween(10_000, 190_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "ł", "語", "😀"})
    void refusesACharacterThatIsCutOff(String character) {
        for (int before = 0; before < 20; before++) {
            byte[] bytes = ("a".repeat(before) + character).getBytes(StandardCharsets.UTF_8);
            for (int length = before + 1; length < bytes.length; length++) {
                assertThat(decoder.decode(bytes, 0, length)).isNull();
            }
        }
    }

    private static @Nullable String decodedByJdk(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
