package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipInputTest {

    private final Random random = new Random(7);

    @Test
    void readsOneMemberAfterTheOther() throws IOException {
        byte[] first = bytes(200_000);
        byte[] second = bytes(1);
        byte[] third = bytes(70_000);

        byte[] file = join(member(first), member(second), member(new byte[0]), member(third));

        assertThat(read(file)).isEqualTo(join(first, second, third));
    }

    @Test
    void readsHeadersWithAllOptionalFields() throws IOException {
        byte[] plain = member(new byte[] {1, 2, 3});
        byte[] header = {31, -117, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0, 3, 0, 9, 9, 9, 'n', 0, 'c', 'o', 0, 5, 5};

        byte[] file = join(header, Arrays.copyOfRange(plain, 10, plain.length));

        assertThat(read(file)).containsExactly(1, 2, 3);
    }

    @Test
    void allowsZerosAfterTheLastMember() throws IOException {
        assertThat(read(join(member(new byte[] {1}), new byte[512]))).containsExactly(1);
    }

    @Test
    void refusesWhatElseFollowsTheLastMember() throws IOException {
        byte[] member = member(new byte[] {1});
        assertThatThrownBy(() -> read(join(member, new byte[] {'x'}))).hasMessageContaining("something else follows");
        assertThatThrownBy(() -> read(join(member, new byte[9], new byte[] {'x'})))
                .hasMessageContaining("something else follows");
    }

    @Test
    void refusesAFileThatIsCutOffAnywhere() throws IOException {
        byte[] first = member(bytes(50));
        byte[] file = join(first, member(bytes(50)));
        for (int length = 1; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (length != first.length) {
                assertThatThrownBy(() -> read(cut)).as("%d bytes", length).hasMessageContaining("truncated");
            }
        }
    }

    @Test
    void neverGivesOtherBytesWhereABitOfTheFileIsWrong() throws IOException {
        byte[] content = bytes(50);
        byte[] file = member(content);
        int refused = 0;
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(read(damaged)).as("bit %d", bit).isEqualTo(content);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(8 * content.length);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] member(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] read(byte[] file) throws IOException {
        try (GzipInput in = new GzipInput(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
