package dev.batchwright.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.CharConversionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedBytesTest {

    private static final int BUFFER = 1 << 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "猫", "😀"})
    void giveTextWhereverItsCharactersAreCutByTheBuffer(String character) throws IOException {
        for (int before = BUFFER - 5; before <= BUFFER + 1; before++) {
            byte[] text = ("x".repeat(before) + character + "y").getBytes(StandardCharsets.UTF_8);

            assertThat(read(text, 0, text.length)).isEqualTo(text);
        }
    }

    @Test
    void giveWhatStandsBetweenTwoPlaces() throws IOException {
        byte[] text = "0123456789".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        assertThat(read(text, 5, 150_003)).isEqualTo(Arrays.copyOfRange(text, 5, 150_003));
        assertThat(read(text, 7, 7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, BUFFER - 3, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER - 1})
    void failAtBytesThatAreNotUtf8(int before) {
        for (byte[] wrong : new byte[][] {
            {(byte) 0xFF},
            {(byte) 0x80},
            {(byte) 0xC3},
            {(byte) 0xE7, (byte) 0x8C},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
            {(byte) 0xC0, (byte) 0xAF}
        }) {
            for (String after : new String[] {"", "y", "yyyy"}) {
                byte[] text = concat("x".repeat(before), wrong, after);

                assertThatThrownBy(() -> read(text, 0, text.length))
                        .isInstanceOf(CharConversionException.class)
                        .hasMessage("it holds bytes that are not UTF-8");
            }
        }
    }

    private byte[] read(byte[] text, long start, long end) throws IOException {
        Path file = folder.resolve("text");
        Files.write(file, text);
        try (CheckedBytes in = new CheckedBytes(FileChannel.open(file), start, end)) {
            return in.readAllBytes();
        }
    }

    private static byte[] concat(String before, byte[] wrong, String after) {
        byte[] text = (before + "?".repeat(wrong.length) + after).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(wrong, 0, text, before.length(), wrong.length);
        return text;
    }
}
