package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextTest {

    @TempDir
    Path folder;

    private final CacheJson json = new CacheJson(new LocalCacheFiles());

    record Info(String name, long rows) {}

    private final Info info = new Info("étape", 1234);

    private @Nullable Info read(byte[] text) throws IOException {
        return json.read(Files.write(folder.resolve("info.json"), text), "info.json", Info.class);
    }

    private byte[] written() throws IOException {
        json.replace(folder.resolve("info.json"), info);
        return Files.readAllBytes(folder.resolve("info.json"));
    }

    /** Jackson alone takes a flipped digit for another number. */
    @Test
    void aFlippedBitAnywhereIsFoundOrChangesNothing() throws IOException {
        byte[] written = written();
        int found = 0;
        for (int bit = 0; bit < 8 * written.length; bit++) {
            byte[] flipped = written.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(read(flipped)).as("bit %d", bit).isEqualTo(info);
            } catch (CacheException e) {
                assertThat(e).hasMessageContaining("info.json of the cache is not readable: ");
                found++;
            }
        }
        assertThat(found).isGreaterThan(8 * 40);
    }

    @Test
    void aFileThatEndsEarlyIsFound() throws IOException {
        byte[] written = written();
        for (int length = 0; length < written.length; length++) {
            byte[] torn = Arrays.copyOf(written, length);

            assertThatThrownBy(() -> read(torn)).isInstanceOf(CacheException.class);
        }
    }

    @Test
    void anotherValueIsNamedAsSuch() throws IOException {
        String changed = new String(written(), StandardCharsets.UTF_8).replace("1234", "1235");

        assertThatThrownBy(() -> read(changed.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("it does not match its checksum")
                .hasMessageContaining("RunOptions.verify(true)");
    }

    @Test
    void whatEditorsAddAtTheEndIsNoMatter() throws IOException {
        String text = new String(written(), StandardCharsets.UTF_8);

        assertThat(read((text + "\r\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(info);
    }

    @Test
    void filesOfEarlierVersionsHaveNone() throws IOException {
        assertThat(read("{\"name\": \"step\", \"rows\": 7}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Info("step", 7));
    }
}
