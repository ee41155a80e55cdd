package dev.batchwright.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.Guarded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV that no honest program writes. It is refused by file and place, soon, and without more memory than a line may take. */
class HostileCsvTest {

    private static final int LIMIT = 1 << 20;

    /** Text of a line as chars, and twice that while its buffer grows. */
    private static final long ALLOWED = HostileText.ALLOWANCE + 8L * LIMIT;

    private static final CsvFormat SINGLE_LINES = CsvFormat.csv().multiline(false);

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

    record ReadCsv(Path path, CsvFormat format) implements CsvSource<Review> {

        @Override
        public ReviewSerializer rows() {
            return new ReviewSerializer();
        }

        @Override
        public int maxLineBytes() {
            return LIMIT;
        }
    }

    @Test
    void aQuoteThatIsNeverClosed() throws Exception {
        for (String rest : List.of("", "b", "b,1\n", "b\nc,2\n\"\"", "b,1\nc,2\n".repeat(100_000))) {
            refuses("title,rating\na,1\n\"" + rest, ", line 3: not valid CSV: ");
            refuses("title,rating\na,\"" + rest, ", line 2: not valid CSV: ");
            refuses("title,\"rating" + rest, ": the header is not valid CSV: ");
        }
    }

    @Test
    void aQuoteThatIsClosedTooEarly() throws Exception {
        refuses("title,rating\n\"a\" ,1\n", ", line 2: not valid CSV: Unexpected character after closing quote");
        refuses("\"title\"x,rating\na,1\n", ": the header is not valid CSV: Unexpected character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"\"", " ", "\u0000", "ü"})
    void aFieldWithoutMeasure(String piece) throws Exception {
        String text = piece.repeat(2 * LIMIT);
        refuses("title,rating\na,1\n" + text, ", line 3: not valid CSV: ");
        refuses("title,rating\na,1\n\"" + text, ", line 3: not valid CSV: ");
        refuses("title,rating\na," + text + "\n", ", line 2: not valid CSV: ");
        refuses(text, ": the header is not valid CSV: ");
    }

    @Test
    void linesOfVeryManyFields() throws Exception {
        refuses(
                "title,rating\n" + ",".repeat(3 * LIMIT),
                ", line 2: expected 2 fields as in the header, found 3145729");
        refuses(",".repeat(3 * LIMIT) + "\na,1\n", ": the header is not valid CSV: ");
        refuses("title,rating\n" + "\n".repeat(3 * LIMIT) + "a", ", line 3145730: expected 2 fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1e", "0.", "9", "P1D", "P", "T", "A", "-", " "})
    void textsWithoutMeasureWhereAValueIsExpected(String piece) throws Exception {
        String text = piece.repeat(LIMIT / 2 / piece.length());
        for (String column : List.of(
                "flag",
                "tiny",
                "letter",
                "big",
                "real",
                "color",
                "decimal",
                "uuid",
                "instant",
                "date",
                "dateTime",
                "duration")) {
            String header = String.join(",", names()) + "\n";
            String row = String.join(
                    ",",
                    names().stream()
                            .map(name -> name.equals(column) ? text : valueOf(name))
                            .toList());
            Path file = HostileText.write(directory.resolve("rows.csv"), header + row);
            hostile.refuses(
                    column + " of " + piece,
                    new Steps.ReadCsv<>(file, new ScalarsSerializer(), CsvFormat.csv(), 1 << 20),
                    ALLOWED,
                    file + ", line 2: column " + column + ": expected ");
        }
    }

    private static List<String> names() {
        return List.of(new CsvColumns(ScalarsSerializer.SCHEMA).names());
    }

    private static String valueOf(String column) {
        return switch (column) {
            case "flag" -> "true";
            case "letter" -> "x";
            case "color" -> "RED";
            case "bytes", "note", "author", "text" -> "";
            case "uuid" -> "123e4567-e89b-12d3-a456-426614174000";
            case "instant" -> "2026-01-31T23:59:59.5Z";
            case "date" -> "2026-01-31";
            case "dateTime" -> "2026-01-31T23:59:59.5";
            case "duration" -> "PT1H";
            default -> "1";
        };
    }

    @Test
    void aFileThatIsCutOffAnywhere() throws Exception {
        String header = "x,title,rating,note\r\n";
        byte[] whole = HostileText.utf8(header + "1,\"größe, \"\"\n\",2,é\r\n,a,1,\"\"\r\n");
        List<Review> rows = List.of(new Review("größe, \"\n", 2, "é"), new Review("a", 1, ""));
        Path file = directory.resolve("rows.csv");
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Guarded.Outcome outcome = hostile.read("cut to " + length, new ReadCsv(file, CsvFormat.csv()));
            if (outcome.isRefused()) {
                HostileText.assertRefused("cut to " + length, outcome, ALLOWED, file.toString());
            } else {
                assertLastRowMayBeShorter(requireNonNull(outcome.rows()), rows);
            }
        }
        assertThat(hostile.read("whole", new ReadCsv(file, CsvFormat.csv())).rows())
                .isEqualTo(rows);
    }

    /** A last line needs no line end, so that nothing shows whether its last field is all there. */
    private static void assertLastRowMayBeShorter(List<?> read, List<Review> rows) {
        for (int i = 0; i < read.size(); i++) {
            Review row = (Review) read.get(i);
            assertThat(row.title()).isEqualTo(rows.get(i).title());
            assertThat(row.rating()).isEqualTo(rows.get(i).rating());
            assertThat(row.note()).isIn(rows.get(i).note(), null);
        }
    }

    @Test
    void bytesThatAreNotUtf8AnywhereInAFile() throws Exception {
        byte[] text = HostileText.utf8("x,title,rating,ü\n1,\"größe\n\",2,é\n,a,1,\"\"");
        Path file = directory.resolve("rows.csv");
        for (byte[] wrong : HostileText.NOT_UTF8) {
            for (int at = 0; at <= text.length; at++) {
                if (HostileText.isWithinCharacter(text, at)) {
                    continue;
                }
                Files.write(file, HostileText.insert(text, at, wrong));
                hostile.refuses(
                        "byte " + at,
                        new ReadCsv(file, CsvFormat.csv()),
                        ALLOWED,
                        file + ": byte " + at + ", 0x",
                        " is not valid UTF-8");
            }
        }
    }

    private void refuses(String content, String problem) throws Exception {
        Path file = HostileText.write(directory.resolve("rows.csv"), content);
        String what = content.substring(0, Math.min(60, content.length())) + " of " + content.length();
        for (CsvFormat format : List.of(CsvFormat.csv(), SINGLE_LINES)) {
            hostile.refuses(what, new ReadCsv(file, format), ALLOWED + 2L * content.length(), file + problem);
        }
    }
}
