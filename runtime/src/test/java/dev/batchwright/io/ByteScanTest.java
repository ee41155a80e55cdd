package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteScanTest {

    @Test
    void findsEveryByteAtEveryPlace() {
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                for (byte around : new byte[] {0, 1, 9, 11, -1, -128, 127, -118}) {
                    byte[] bytes = new byte[length];
                    java.util.Arrays.fill(bytes, around);
                    bytes[at] = '\n';
                    assertThat(ByteScan.indexOf((byte) '\n', bytes, 0, length)).isEqualTo(at);
                    assertThat(ByteScan.indexOf((byte) '\n', bytes, at + 1, length))
                            .isEqualTo(-1);
                    assertThat(ByteScan.indexOf((byte) '\n', bytes, 0, at)).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void agreesWithTheDecoderOfTheJdkAboutWhatIsUtf8() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
            for (int damages = random.nextInt(3); damages > 0 && bytes.length > 0; damages--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int expected = firstMalformed(bytes);
            assertThat(ByteScan.indexOfInvalidUtf8(bytes, 0, bytes.length)).isEqualTo(expected);
            valid += expected < 0 ? 1 : 0;
        }
        assertThat(valid).isBetween(10_000, 190_000);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            int codePoint = switch (random.nextInt(6)) {
                case 0 -> 0x80 + random.nextInt(0x780);
                case 1 -> 0x800 + random.nextInt(0xd000);
                case 2 -> 0xe000 + random.nextInt(0x2000);
                case 3 -> 0x10000 + random.nextInt(0x100000);
                default -> random.nextInt(0x80);
            };
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    private static int firstMalformed(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? in.position() : -1;
    }
}
