package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.io.Steps.Line;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTest {

    private static final String JSON = """
            \ufeff{"title":"first","rating":1}
            {"title":"größer","rating":2,"note":"日本語 😀"}\r

            \t\r
            {"title":"","rating":3}
            {"title":"last","rating":4}""";

    @TempDir
    Path directory;

    @Test
    void everySplitSizeGivesTheSameRowsOfJson() throws Exception {
        Path file = write("reviews.jsonl", JSON);
        List<Review> expected = List.of(
                new Review("first", 1, null),
                new Review("größer", 2, "日本語 😀"),
                new Review("", 3, null),
                new Review("last", 4, null));
        everySplitSizeGives(expected, file, size -> new Steps.ReadJson<>(file, new ReviewSerializer(), size));
    }

    @Test
    void everySplitSizeGivesTheSameLinesOfText() throws Exception {
        Path file = write("log.txt", "\ufeffone\r\n\ntwo\nüber\n\r\nlast\n");
        List<Line> expected = List.of(
                new Line("log.txt", 3, "one"),
                new Line("log.txt", 8, ""),
                new Line("log.txt", 9, "two"),
                new Line("log.txt", 13, "über"),
                new Line("log.txt", 19, ""),
                new Line("log.txt", 21, "last"));
        everySplitSizeGives(expected, file, size -> new Steps.ReadText(file, size));
    }

    @Test
    void everySplitSizeGivesTheSameRowsOfCsvWithoutLineEndsInQuotes() throws Exception {
        Path file = write("reviews.csv", "\ufeffrating,other,title\r\n1,,first\n\n2,x,\"a, \"\"b\"\"\"\n3,,größer");
        CsvFormat format = CsvFormat.csv().multiline(false);
        List<Review> expected =
                List.of(new Review("first", 1, null), new Review("a, \"b\"", 2, null), new Review("größer", 3, null));
        everySplitSizeGives(expected, file, size -> new Steps.ReadCsv<>(file, new ReviewSerializer(), format, size));
    }

    @Test
    void aFileOfCsvWithLineEndsInQuotesIsOneSplit() throws Exception {
        Path file = write("reviews.csv", "title,rating\n\"a\nb\",1\nc,2\n");
        Source<Review> source = new Steps.ReadCsv<>(file, new ReviewSerializer(), CsvFormat.csv(), 1);

        assertThat(source.splits()).hasSize(1);
        assertThat(Steps.read(source)).containsExactly(new Review("a\nb", 1, null), new Review("c", 2, null));
    }

    @Test
    void aCompressedFileIsOneSplit() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String member : List.of("{\"title\":\"a\",\"rating\":1}\n{\"title\":\"b\"", ",\"rating\":2}\n")) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(member.getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = Files.write(directory.resolve("reviews.jsonl.gz"), bytes.toByteArray());
        Source<Review> source = new Steps.ReadJson<>(file, new ReviewSerializer(), 1);

        assertThat(source.splits()).hasSize(1);
        assertThat(Steps.read(source)).containsExactly(new Review("a", 1, null), new Review("b", 2, null));
        assertThat(Steps.readFrom(1, source)).containsExactly(new Review("b", 2, null));
    }

    private <T> void everySplitSizeGives(List<T> expected, Path file, LongFunction<Source<T>> source) throws Exception {
        for (long size = 1; size <= Files.size(file) + 1; size++) {
            Source<T> cut = source.apply(size);
            assertThat(Steps.read(cut)).as("splits of %d bytes", size).isEqualTo(expected);
            assertThat(cut.splits()).hasSize((int) ((Files.size(file) + size - 1) / size));
            for (Split split : cut.splits()) {
                resumesAtEveryRow(cut, split);
            }
        }
    }

    private static <T> void resumesAtEveryRow(Source<T> source, Split split) throws Exception {
        List<T> all = readSplit(source, split, 0);
        for (int row = 0; row <= all.size() + 1; row++) {
            List<T> rest = all.subList(Math.min(row, all.size()), all.size());
            assertThat(readSplit(source, split, row))
                    .as("%s from row %d", split, row)
                    .isEqualTo(rest);
        }
    }

    private static <T> List<T> readSplit(Source<T> source, Split split, long firstRow) throws Exception {
        List<T> rows = new ArrayList<>();
        try (RowReader<T> reader = source.open(split, firstRow)) {
            for (T row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path write(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }
}
