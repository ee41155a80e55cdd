package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Source;
import dev.batchwright.shard.Guarded;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed text that is much more than it seems, or that is not all there. */
class HostileCompressedTextTest {

    private static final int LIMIT = 1 << 20;
    private static final long ALLOWED = HostileText.ALLOWANCE + 8L * LIMIT;

    private static HostileText hostile;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        hostile = new HostileText();
    }

    @AfterAll
    static void close() {
        hostile.close();
    }

    record ReadJson(Path path) implements JsonLinesSource<Review> {

        @Override
        public ReviewSerializer rows() {
            return new ReviewSerializer();
        }

        @Override
        public int maxLineBytes() {
            return LIMIT;
        }
    }

    record ReadText(Path path) implements TextLinesSource<String> {

        @Override
        public String row(String file, long offset, String line) {
            return line;
        }

        @Override
        public int maxLineBytes() {
            return LIMIT;
        }
    }

    private static Stream<Source<?>> sources(Path file) {
        return Stream.of(new ReadJson(file), new ReadText(file), new HostileCsvTest.ReadCsv(file, CsvFormat.csv()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb.gz", "bomb.zst"})
    void aBombThatIsOneLine(String name) throws Exception {
        Path file = write(name, HostileText.repeating("x", 1L << 28));
        assertThat(Files.size(file)).isLessThan(2 << 20);

        for (Source<?> source : sources(file).toList()) {
            hostile.refuses(name, source, ALLOWED, file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb.gz", "bomb.zst"})
    void aBombOfLinesThatHoldNothing(String name) throws Exception {
        Path file = write(name, HostileText.repeating("\n", 1L << 26));

        Guarded.Outcome outcome = hostile.read(name, new ReadJson(file));

        assertThat(outcome.rows()).isEmpty();
        assertThat(outcome.allocated()).isLessThan(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.gz", "rows.zst"})
    void aFileThatIsCutOffAnywhere(String name) throws Exception {
        Path file = directory.resolve(name);
        isRefusedWhereverItIsCutOff("{\"title\":\"größer\",\"rating\":1}\n".repeat(3), new ReadJson(file));
        isRefusedWhereverItIsCutOff("{\"title\":\"größer\",\"rating\":1}\n".repeat(3), new ReadText(file));
        isRefusedWhereverItIsCutOff(
                "title,rating\n\"a\",1\ngrößer,2\nb,3\n", new HostileCsvTest.ReadCsv(file, CsvFormat.csv()));
    }

    private void isRefusedWhereverItIsCutOff(String rows, FileSource<?> source) throws Exception {
        Path file = source.path();
        byte[] whole = Files.readAllBytes(write(file.getFileName().toString(), HostileText.repeating(rows, 1)));
        assertThat(hostile.read("whole", source).rows()).hasSize(3);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            String problem = length == 0 ? " has no bytes" : " beyond byte ";
            hostile.refuses("cut to " + length, source, ALLOWED, file + problem);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.gz", "rows.zst"})
    void bytesAtRandomBehindARightBeginning(String name) throws Exception {
        byte[] whole = Files.readAllBytes(write(name, HostileText.repeating("{\"title\":\"a\",\"rating\":1}\n", 40)));
        Path file = directory.resolve(name);
        for (int at = 4; at < whole.length; at++) {
            byte[] wrong = whole.clone();
            for (int i = at; i < wrong.length; i++) {
                wrong[i] = (byte) (31 * i * at + 17 * i + at);
            }
            Files.write(file, wrong);
            Guarded.Outcome outcome = hostile.read("wrong from " + at, new ReadJson(file));
            assertThat(outcome.allocated()).as("wrong from %d", at).isLessThan(ALLOWED);
            if (outcome.isRefused()) {
                HostileText.assertRefused("wrong from " + at, outcome, ALLOWED, file.toString());
            }
        }
    }

    /** A frame of Zstandard may ask for a window of two gigabytes, which would be outside of the heap. */
    @ParameterizedTest
    @ValueSource(ints = {28, 30, 31, 40})
    void aFrameThatAsksForAHugeWindow(int log) throws Exception {
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) ((log - 10) << 3), 1, 0, 0};
        Path file = Files.write(directory.resolve("rows.zst"), frame);

        for (Source<?> source : sources(file).toList()) {
            hostile.refuses("window", source, ALLOWED, "Cannot read " + file + " beyond byte 0 of its content: ");
        }
    }

    private Path write(String name, InputStream content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = FileCompression.of(name).compress(bytes)) {
            content.transferTo(out);
        }
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }
}
