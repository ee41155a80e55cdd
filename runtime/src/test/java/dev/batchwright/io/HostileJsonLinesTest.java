package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.Guarded;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that no honest program writes. Each is refused by file and line, soon, and without more memory than the line is long. */
class HostileJsonLinesTest {

    private static final int DEPTH = 100_000;
    private static final int LONG = 1 << 20;

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

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":["})
    void valuesNestedDeeply(String opening) throws Exception {
        String deep = opening.repeat(DEPTH);
        for (String line : List.of(deep, "{\"x\":" + deep, "{\"x\":[[" + "]]" + ",\"y\":" + deep)) {
            refusesReview(line, "line 2");
            refusesEverything(line, "line 2");
        }
        refusesEverything("{\"tags\":" + deep, "line 2: column tags");
        refusesEverything("{\"scores\":{\"k\":" + deep, "line 2: column scores");
    }

    @Test
    void valuesNestedToTheLimitInAFieldThatNobodyReads() throws Exception {
        String deep = "[".repeat(990) + "]".repeat(990);
        Path file = write("{\"title\":\"a\",\"x\":" + deep + ",\"rating\":1}\n");

        assertThat(hostile.read("990 levels", Steps.readReviews(file)).rows())
                .isEqualTo(List.of(new Review("a", 1, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0.", "1e", "1e-", "1e+"})
    void numbersWithoutEnd(String beginning) throws Exception {
        String number = beginning + "7".repeat(LONG);
        for (String column : List.of("\"tiny\":", "\"big\":", "\"real\":", "\"decimal\":", "\"date\":", "\"x\":")) {
            refusesEverything("{\"scalars\":{" + column + number + "}}", "line 2: ");
            refusesEverything("{\"scalars\":{" + column + number, "line 2: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1e", "0", "9.", "P1D", "P", "T", "A", "-", " "})
    void textsWithoutMeasureWhereAValueIsExpected(String piece) throws Exception {
        String text = '"' + piece.repeat(LONG / piece.length()) + '"';
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
            refusesEverything(
                    "{\"scalars\":{\"" + column + "\":" + text + "}}",
                    "line 2: column scalars." + column + ": expected ");
        }
    }

    @Test
    void exponentsThatNoNumberHas() throws Exception {
        for (String number : List.of("1e99999999999", "-1e-99999999999", "\"1e99999999999\"")) {
            refusesEverything(
                    "{\"scalars\":{\"decimal\":" + number + "}}",
                    "line 2: column scalars.decimal: expected a decimal, found");
        }
        refusesEverything("{\"scalars\":{\"real\":1e99999999999}}", "line 2: column scalars.real: expected a double");
    }

    @Test
    void aDecimalOfTenThousandDigitsIsRead() throws Exception {
        String digits = "7".repeat(10_000);
        refusesEverything(
                "{\"scalars\":{\"decimal\":\"" + digits + "\"}}", "line 2: column scalars.flag: the field is");
        refusesEverything(
                "{\"scalars\":{\"decimal\":\"" + digits + "7\"}}",
                "line 2: column scalars.decimal: expected a decimal of at most 10,000 characters, found \"7777");
    }

    @Test
    void namesWithoutMeasure() throws Exception {
        String name = "n".repeat(LONG);
        refusesReview("{\"" + name + "\":1}", "line 2: column title: the field is missing");
        refusesReview("{\"title\":\"a\",\"" + name, "line 2: not valid JSON");
        refusesEverything(
                "{\"scores\":{\"" + name + "\":[\"z\"]}}", "line 2: column scores.nnn", "…[0]: expected a double");
        refusesEverything(
                "{\"scores\":{\"" + name + "\":[],\"" + name + "\":[]}}",
                "line 2: column scores.nnn",
                "the key comes twice");
        refusesEverything("{\"shape\":{\"" + name + "\":{}}}", "line 2: column shape.nnn", "found the field nnn");
    }

    @Test
    void namesThatNeverComeAgainAreNotKept() throws Exception {
        long before = used();
        InputStream lines = new SequenceInputStream(Collections.enumeration(IntStream.range(0, 50)
                .<InputStream>mapToObj(HostileJsonLinesTest::lineWithItsOwnName)
                .toList()));
        try (JsonLinesReader<Review> reader = reader(lines, 4 << 20)) {
            assertThat(hostile.count("names", reader).rows()).isEqualTo(List.of(50L));

            // They are 50 MiB as text, and as much again where Jackson compares them.
            assertThat(used() - before).isLessThan(40L << 20);
            assertThat(reader.next()).as("beyond the end").isNull();
        }
    }

    private static InputStream lineWithItsOwnName(int number) {
        String begin = "{\"title\":\"a\",\"rating\":1,\"" + number;
        return new SequenceInputStream(Collections.enumeration(List.of(
                HostileText.repeating(begin, 1),
                HostileText.repeating("n", 1 << 20),
                HostileText.repeating("\":1}\n", 1))));
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "{\"a\":", "\"", "\r"})
    void aLineWithoutEnd(String piece) throws Exception {
        for (int limit : new int[] {1_000, 1 << 20, (4 << 20) + 1}) {
            try (JsonLinesReader<Review> reader = reader(HostileText.repeating(piece, 1L << 40), limit)) {
                HostileText.assertRefused(
                        piece + " for ever",
                        hostile.count(piece, reader),
                        HostileText.ALLOWANCE + 3L * limit,
                        "endless.jsonl, line 1: the line is longer than");
            }
        }
    }

    @Test
    void aLineAsLongAsItMayBe() throws Exception {
        String end = "\",\"rating\":1}";
        for (String lineEnd : List.of("\n", "\r\n", "")) {
            for (int limit : new int[] {1_000, 1 << 18, 1 << 20, 1_234_567}) {
                String line = "{\"title\":\"" + "x".repeat(limit - 10 - end.length()) + end;
                byte[] rows = HostileText.utf8(line + lineEnd);
                byte[] tooLong = HostileText.utf8(line + " " + lineEnd);

                assertThat(hostile.count("fits", reader(new ByteArrayInputStream(rows), limit))
                                .rows())
                        .isEqualTo(List.of(1L));
                HostileText.assertRefused(
                        "too long",
                        hostile.count("too long", reader(new ByteArrayInputStream(tooLong), limit)),
                        HostileText.ALLOWANCE,
                        "line 1: the line is longer than");
            }
        }
    }

    @Test
    void aFileThatIsCutOffAnywhere() throws Exception {
        List<Review> rows = List.of(new Review("größer \ud83d\ude00", 1, null), new Review("", 2, "\"\n"));
        byte[] first = HostileText.utf8("{\"title\":\"größer \\ud83d\\ude00\",\"rating\":1,\"note\":null}\n");
        byte[] second = HostileText.utf8("{\"x\":[{\"ü\":-1.5e3}],\"title\":\"\",\"rating\":2,\"note\":\"\\\"\\n\"}\n");
        byte[] whole = HostileText.insert(first, first.length, second);
        Path file = directory.resolve("rows.jsonl");
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Guarded.Outcome outcome = hostile.read("cut to " + length, Steps.readReviews(file));
            int objects = (length >= first.length - 1 ? 1 : 0) + (length >= whole.length - 1 ? 1 : 0);
            boolean isWhole =
                    length == 0 || length == first.length - 1 || length == first.length || length >= whole.length - 1;
            if (isWhole) {
                assertThat(outcome.rows()).as("cut to %d", length).isEqualTo(rows.subList(0, objects));
            } else {
                HostileText.assertRefused(
                        "cut to " + length, outcome, HostileText.ALLOWANCE, file + ", line " + (objects + 1) + ": ");
            }
        }
    }

    @Test
    void bytesThatAreNotUtf8AnywhereInALine() throws Exception {
        byte[] line =
                HostileText.utf8("{\"x\":[{\"ü\":\"é\\n\"}],\"title\":\"größe\",\"note\":\"\\u00e9ä\", \"rating\":2}");
        Path file = directory.resolve("rows.jsonl");
        for (byte[] wrong : HostileText.NOT_UTF8) {
            for (int at = 0; at <= line.length; at++) {
                if (HostileText.isWithinCharacter(line, at)) {
                    continue;
                }
                Files.write(file, HostileText.insert(line, at, wrong));
                hostile.refuses(
                        "byte " + at,
                        Steps.readReviews(file),
                        HostileText.ALLOWANCE,
                        file + ", line 1: byte " + (at + 1) + " of the line, ",
                        " is not valid UTF-8");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "\\ud83dx", "\\ud83d\\n"})
    void halvesOfSurrogatePairs(String escapes) throws Exception {
        refusesReview(
                "{\"title\":\"" + escapes + "\",\"rating\":1}", "line 2: column title: expected text without halves");
        refusesReview(
                "{\"title\":\"a\",\"rating\":1,\"note\":\"ä" + escapes + "b\"}",
                "line 2: column note: expected text without halves");
        refusesEverything("{\"tags\":[\"" + escapes + "\"]}", "line 2: column tags[0]: expected text without halves");
        refusesEverything("{\"scores\":{\"" + escapes + "\":[]}}", "line 2: not valid JSON: ", "surrogate");
        refusesEverything(
                "{\"scalars\":{\"color\":\"" + escapes + "\"}}", "line 2: column scalars.color: expected one of");
    }

    @Test
    void escapesThatAreNone() throws Exception {
        for (String escape : List.of("\\", "\\u", "\\u12", "\\uzzzz", "\\x41", "\\\n", "\u0000", "\u0001", "\t")) {
            refusesReview("{\"title\":\"" + escape + "\",\"rating\":1}", "line 2: not valid JSON: ");
            refusesReview("{\"" + escape + "\":1,\"title\":\"a\",\"rating\":1}", "line 2: not valid JSON: ");
        }
    }

    private void refusesReview(String line, String... parts) throws Exception {
        Path file = write("{\"title\":\"fine\",\"rating\":1}\n" + line);
        hostile.refuses(shown(line), Steps.readReviews(file), allowed(line), withFile(file, parts));
    }

    private void refusesEverything(String line, String... parts) throws Exception {
        Path file = write("\n" + line);
        var source = new Steps.ReadJson<>(file, new EverythingSerializer(), Long.MAX_VALUE);
        hostile.refuses(shown(line), source, allowed(line), withFile(file, parts));
    }

    /** A line is held once, and while its buffer grows twice; what it holds as text takes up to two bytes a character. */
    private static long allowed(String line) {
        return HostileText.ALLOWANCE + 16L * line.length();
    }

    private static String[] withFile(Path file, String[] parts) {
        String[] all = Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = file.toString();
        return all;
    }

    private static String shown(String line) {
        return line.substring(0, Math.min(60, line.length())) + " of " + line.length();
    }

    private static JsonLinesReader<Review> reader(InputStream in, int maxLineBytes) {
        SplitInput input = new SplitInput(Path.of("endless.jsonl"), in, 0);
        return new JsonLinesReader<>(new LineReader(input, maxLineBytes), new ReviewSerializer(), 0);
    }

    private Path write(String content) throws Exception {
        return HostileText.write(directory.resolve("rows.jsonl"), content);
    }
}
