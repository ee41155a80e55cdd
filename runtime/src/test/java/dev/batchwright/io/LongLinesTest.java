package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchId;
import dev.batchwright.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines longer than what a parser takes at once, so that any token may lie on an edge. */
class LongLinesTest {

    /** What Jackson's parser takes at once. */
    private static final int PARSER_BYTES = 8_000;

    @TempDir
    Path directory;

    @Test
    void anEdgeMayLieAnywhere() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomRows rows = new RandomRows(seed);
        List<Everything> expected = Stream.generate(rows::everything).limit(60).toList();
        new Steps.WriteJson<>(directory, new EverythingSerializer(), ".jsonl")
                .write(Steps.batch(expected), new BatchId("write", 0, 0));
        Path file = onlyFile();
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        for (String line : Files.readAllLines(file)) {
            int before = PARSER_BYTES - random.nextInt(line.length() + 20);
            padded.writeBytes(
                    ("{\"none\":\"" + "n".repeat(Math.max(0, before)) + "\",").getBytes(StandardCharsets.UTF_8));
            padded.writeBytes(line.substring(1).getBytes(StandardCharsets.UTF_8));
            padded.writeBytes((" \t".repeat(random.nextInt(3)) + '\n').getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, padded.toByteArray());

        List<Everything> read = Steps.read(new Steps.ReadJson<>(file, new EverythingSerializer(), 1 << 20));

        RandomRows.requireSame(read, expected);
    }

    @Test
    void blanksBehindALineMayBeMoreThanAParserTakes() throws Exception {
        String line = "{\"title\":\"%s\",\"rating\":1}" + " ".repeat(3 * PARSER_BYTES) + '\n';
        Path file = Files.writeString(
                directory.resolve("blanks.jsonl"), line.formatted("a") + line.formatted("b") + line.formatted("c"));

        assertThat(Steps.read(Steps.readReviews(file)))
                .containsExactly(new Review("a", 1, null), new Review("b", 1, null), new Review("c", 1, null));
    }

    @Test
    void whatComesAfterTheObjectIsSeenBehindAnyNumberOfBlanks() throws Exception {
        String line = "{\"title\":\"a\",\"rating\":1}" + " ".repeat(3 * PARSER_BYTES);
        Path file = Files.writeString(directory.resolve("more.jsonl"), line + '\n' + line + "{}\n" + line + '\n');

        assertThatThrownBy(() -> Steps.read(Steps.readReviews(file)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("line 2: the line goes on after the object");
    }

    @Test
    void aTextWithEscapesMayBeLongerThanAParserTakes() throws Exception {
        String title = "\\u00e9\\n".repeat(PARSER_BYTES);
        String line = "{\"title\":\"" + title + "\",\"rating\":1}\n";
        Path file = Files.writeString(directory.resolve("escapes.jsonl"), line + line);

        Review review = new Review("é\n".repeat(PARSER_BYTES), 1, null);
        assertThat(Steps.read(Steps.readReviews(file))).containsExactly(review, review);
    }

    /** After some megabytes another parser takes over, whose bytes are counted anew. */
    @Test
    void manyLinesAreReadByOneParserAfterTheOther() throws Exception {
        String title = "a text that is found by its place. ".repeat(40_000);
        List<Review> expected = IntStream.range(0, 20)
                .mapToObj(i -> new Review(i + title, i % 5, null))
                .toList();
        new Steps.WriteJson<>(directory, new ReviewSerializer(), ".jsonl")
                .write(Steps.batch(expected), new BatchId("write", 0, 0));

        assertThat(Steps.read(new Steps.ReadJson<>(onlyFile(), new ReviewSerializer(), 100 << 20)))
                .isEqualTo(expected);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }
}
