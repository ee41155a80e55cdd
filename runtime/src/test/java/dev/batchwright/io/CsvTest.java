package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchId;
import dev.batchwright.BatchwrightException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.StepContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

    private static final BatchId BATCH = new BatchId("write", 0, 0);

    @TempDir
    Path directory;

    static Stream<CsvFormat> formats() {
        return Stream.of(
                CsvFormat.csv(),
                CsvFormat.tsv(),
                CsvFormat.csv().withDelimiter(';').withQuote('\''),
                CsvFormat.csv().withoutHeader());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aSourceReadsEverySingleValueAsTheSinkWroteIt(CsvFormat format) throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        List<Scalars> rows =
                Stream.generate(new RandomRows(seed)::scalars).limit(500).toList();
        new Steps.WriteCsv<>(directory, new ScalarsSerializer(), format).write(Steps.batch(rows), BATCH);

        List<Scalars> read = Steps.read(new Steps.ReadCsv<>(directory, new ScalarsSerializer(), format, 1));

        RandomRows.requireSame(read, rows);
    }

    @Test
    void nullsAreEmptyFieldsAndEmptyTextsAreQuoted() throws Exception {
        List<Review> rows = List.of(new Review("", 1, ""), new Review("null", 2, null));
        new Steps.WriteCsv<>(directory, new ReviewSerializer(), CsvFormat.csv()).write(Steps.batch(rows), BATCH);

        assertThat(directory.resolve("00000-000000.csv")).hasContent("title,rating,note\n\"\",1,\"\"\nnull,2,\n");
        assertThat(read("title,rating,note\n,1,\"\"\nnull,2,\n")).isEqualTo(rows);
    }

    @Test
    void columnsAreFoundByNameAndOthersArePassedOver() throws Exception {
        assertThat(read("x,rating,y,title\r\n\"\n\",1,,\"a\"\r\n\r\n,2,\"\",b"))
                .containsExactly(new Review("a", 1, null), new Review("b", 2, null));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    title,rating|a,b -> , line 2: column rating: expected an int (-2147483648 to 2147483647), found "b".
                    title,rating|a, -> , line 2: column rating: expected an int (-2147483648 to 2147483647), found an empty field.
                    title,rating|a,1|b -> , line 3: expected 2 fields as in the header, found 1.
                    title,rating|a,1,2 -> , line 2: expected 2 fields as in the header, found 3.
                    title,rating|a,9 -> , line 2: the record Review does not accept these values: java.lang.IllegalArgumentException: rating above 5.
                    title,rating|"a"b,1 -> , line 2: not valid CSV: Unexpected character after closing quote: 'b' (0x62) (record starting at line 2).
                    title,rating|a,1|"b,1 -> , line 3: not valid CSV: Unclosed quoted field at end of input (record starting at line 3).
                    title,note|a,b -> ` has no column rating. Its header names title, note. Rename the component with @Column(name = …), mark it @Nullable, or say withoutHeader() if the first line is a row.`
                    title,title,rating|a,b,1 -> ` has two columns title, so it is not known which one is meant. Rename one.`
                    | -> ` has no header. Add one, or say withoutHeader() in the source's format.`
                    """)
    void anErrorNamesFileLineColumnAndValue(String lines, String problem) {
        assertThatThrownBy(() -> read(lines.replace('|', '\n'))).hasMessage(directory.resolve("rows.csv") + problem);
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorThatNamesTheByte() throws Exception {
        Path file = directory.resolve("latin1.csv");
        String rows = "title,rating\n" + "größer,1\n".repeat(20_000);
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xfc;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Steps.read(new Steps.ReadCsv<>(file, new ReviewSerializer(), CsvFormat.csv(), 1)))
                .hasMessage(file + ": byte " + (bytes.length - 4)
                        + ", 0xfc, is not valid UTF-8. Convert the file to UTF-8.");
        assertThat(read(rows)).hasSize(20_000).containsOnly(new Review("größer", 1, null));
    }

    @Test
    void columnsOfSeveralValuesAreRefusedBeforeAnythingIsReadOrWritten() {
        String message = "Column scalars of Everything is of the type ";
        var source = new Steps.ReadCsv<>(directory, new EverythingSerializer(), CsvFormat.csv(), 1);
        var sink = new Steps.WriteCsv<>(directory, new EverythingSerializer(), CsvFormat.csv());

        assertThatThrownBy(source::splits)
                .isInstanceOf(BatchwrightException.class)
                .hasMessageStartingWith(message);
        assertThatThrownBy(() -> sink.open(new StepContext("write", 0, "f"))).hasMessageStartingWith(message);
    }

    @Test
    void lineEndsAreRefusedWhereTheFormatHasNoPlaceForThem() throws Exception {
        CsvFormat format = CsvFormat.csv().multiline(false);
        var sink = new Steps.WriteCsv<>(directory, new ReviewSerializer(), format);

        assertThatThrownBy(() -> sink.write(Steps.batch(List.of(new Review("a\nb", 1, null))), BATCH))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("Column title holds a line end");
        assertThat(directory).isEmptyDirectory();

        Path file = Files.writeString(directory.resolve("rows.csv"), "title,rating\n\"a\nb\",1\n");
        assertThatThrownBy(() -> Steps.read(new Steps.ReadCsv<>(file, new ReviewSerializer(), format, 1 << 20)))
                .hasMessage(file + ", line 2: a field goes over several lines, but the format is multiline(false).");
    }

    private List<Review> read(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("rows.csv"), content);
        return Steps.read(new Steps.ReadCsv<>(file, new ReviewSerializer(), CsvFormat.csv(), 1));
    }
}
