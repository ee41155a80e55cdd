package dev.batchwright.utf8;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8ScanTest {

    @Test
    void agreesWithTheDecoderOfTheJdkAboutWhatIsUtf8() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = RandomText.of(random, 30).getBytes(StandardCharsets.UTF_8);
            for (int damages = random.nextInt(3); damages > 0 && bytes.length > 0; damages--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int expected = firstMalformed(bytes);
            assertThat(Utf8Scan.indexOfInvalid(bytes, 0, bytes.length)).isEqualTo(expected);
            valid += expected < 0 ? 1 : 0;
        }
        assertThat(valid).isBetween(10_000, 190_000);
    }

    @Test
    void findsTheEndOfAsciiWhereverItIs() {
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = new byte[length];
                bytes[at] = (byte) 0x80;

                assertThat(Utf8Scan.endOfAscii(bytes, 0, length)).isEqualTo(at);
                assertThat(Utf8Scan.endOfAscii(bytes, 0, at)).isEqualTo(at);
                assertThat(Utf8Scan.endOfAscii(bytes, at + 1, length)).isEqualTo(length);
            }
        }
    }

    private static int firstMalformed(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? in.position() : -1;
    }
}
