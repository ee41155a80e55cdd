package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.Source;
import dev.batchwright.SourceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesErrorsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    {"title":"a","rating":"five"} -> column rating: expected an int (-2147483648 to 2147483647), found "five"
                    {"title":"a","rating":3000000000} -> column rating: expected an int (-2147483648 to 2147483647), found 3000000000
                    {"title":"a","rating":99999999999999999999} -> column rating: expected an int (-2147483648 to 2147483647), found 99999999999999999999
                    {"title":"a","rating":1.0} -> column rating: expected an int (-2147483648 to 2147483647), found 1.0
                    {"title":null,"rating":1} -> column title: expected text, found null
                    {"title":["a"],"rating":1} -> column title: expected text, found a list
                    {"title":{"a":1},"rating":1} -> column title: expected text, found an object
                    {"title":"a"} -> column rating: the field is missing. Add it, or mark the component @Nullable
                    {"title":"a","rating":1,"title":"b"} -> column title: the field comes twice
                    ["a",1] -> expected an object, found a list
                    {"title":"a","rating":1} {} -> the line goes on after the object. Write one object a line
                    {"title":"a","rating":1 -> not valid JSON: Unexpected end-of-input: expected close marker for Object
                    nope -> not valid JSON: Unrecognized token 'nope': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
                    {"title":"a","rating":9} -> the record Review does not accept these values: java.lang.IllegalArgumentException: rating above 5
                    """)
    void anErrorNamesFileLineColumnAndValue(String line, String problem) throws Exception {
        Path file = write("{\"title\":\"fine\",\"rating\":1}\n\n" + line + "\n");

        refuses(Steps.readReviews(file), file + ", line 3: " + problem + ". The line: " + line);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    {"tags":[null,3]} -> tags[1]: expected text, found 3
                    {"numbers":{}} -> numbers: expected a list, found an object
                    {"scores":[]} -> scores: expected an object with the entries of a map, found a list
                    {"scores":{"x":[1,2,"z"]}} -> scores.x[2]: expected a double, or the text NaN, Infinity or -Infinity, found "z"
                    {"scores":{"x":[1],"x":[]}} -> scores.x: the key comes twice
                    {"shape":{"Circle":{"radius":1},"Named":{}}} -> shape.Named: expected the end of the object, as it names a record already, found the field Named
                    {"shape":{"Square":{}}} -> shape.Square: expected one field, named after one of [Circle, Named], found the field Square
                    {"shape":{}} -> shape: expected one field, named after one of [Circle, Named], found the end of the object
                    {"shape":{"Circle":{}}} -> shape.Circle.radius: the field is missing. Add it, or mark the component @Nullable
                    {"shape":{"Named":{"name":"a","inner":{"radius":1e999}}}} -> shape.Named.inner.radius: expected a double (at most 1.7976931348623157E308), found 1e999
                    {"floats":[1,1e39]} -> floats[1]: expected a float (at most 3.4028235E38), found 1e39
                    {"floats":["nan"]} -> floats[0]: expected a float, or the text NaN, Infinity or -Infinity, found "nan"
                    {"chars":["ab"]} -> chars[0]: expected a char (text of one character), found "ab"
                    {"shorts":[-32769]} -> shorts[0]: expected a short (-32768 to 32767), found -32769
                    {"scalars":{"tiny":128}} -> scalars.tiny: expected a byte (-128 to 127), found 128
                    {"scalars":{"flag":"true"}} -> scalars.flag: expected true or false, found "true"
                    {"scalars":{"color":"PINK"}} -> scalars.color: expected one of [RED, GREEN, BLUE], found "PINK"
                    {"scalars":{"uuid":"1-1-1-1-1"}} -> scalars.uuid: expected a UUID such as 123e4567-e89b-12d3-a456-426614174000, found "1-1-1-1-1"
                    {"scalars":{"bytes":"???"}} -> scalars.bytes: expected bytes in Base64, found "???"
                    {"scalars":{"decimal":"1,5"}} -> scalars.decimal: expected a decimal, found "1,5"
                    {"scalars":{"date":"2026-02-30"}} -> scalars.date: expected a date such as 2026-01-31, found "2026-02-30"
                    {"scalars":{"instant":"2026-01-01"}} -> scalars.instant: expected an instant such as 2026-01-31T23:59:59.5Z, found "2026-01-01"
                    {"scalars":{"dateTime":"2026-01-01"}} -> scalars.dateTime: expected a date and time such as 2026-01-31T23:59:59.5, found "2026-01-01"
                    {"scalars":{"duration":"1h"}} -> scalars.duration: expected a duration such as PT1H30M0.5S, found "1h"
                    """)
    void anErrorWithinAColumnNamesThePathToIt(String line, String problem) throws Exception {
        Path file = write(line);

        refuses(
                new Steps.ReadJson<>(file, new EverythingSerializer(), 1 << 20),
                file + ", line 1: column " + problem + ". The line: " + line);
    }

    @Test
    void anErrorInALaterSplitNamesTheByte() throws Exception {
        Path file = write("{\"title\":\"a\",\"rating\":1}\n".repeat(9) + "{}");

        refuses(
                new Steps.ReadJson<>(file, new ReviewSerializer(), 100),
                file
                        + ", line 2 counted from byte 200 on (at byte 225): column title: the field is missing. Add it, or mark the"
                        + " component @Nullable. The line: {}");
    }

    @Test
    void aLongLineIsShownAroundTheError() throws Exception {
        Path file =
                write("{\"title\":\"" + "x".repeat(500) + "\",\"rating\":true,\"note\":\"" + "ü".repeat(500) + "\"}");

        assertThatThrownBy(() -> Steps.read(Steps.readReviews(file)))
                .hasMessageContaining("The line: …xxxxxxxx")
                .hasMessageContaining("xxx\",\"rating\":true,\"note\":\"üü")
                .hasMessageEndingWith("üüü…")
                .hasMessageMatching("(?s).*The line: .{122}");
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorEvenInAnUnknownField() throws Exception {
        Path file = directory.resolve("latin1.jsonl");
        Files.write(file, "{\"x\":\"\u00fc\",\"title\":\"a\",\"rating\":1}".getBytes(StandardCharsets.ISO_8859_1));

        refuses(
                Steps.readReviews(file),
                file + ", line 1: byte 7 of the line, 0xfc, is not valid UTF-8. Convert the file to UTF-8. The line:"
                        + " {\"x\":\"\ufffd\",\"title\":\"a\",\"rating\":1}");
    }

    @Test
    void anEscapedHalfOfASurrogatePairIsAnError() throws Exception {
        Path file = write("{\"title\":\"a\\ud83d\",\"rating\":1}");

        assertThatThrownBy(() -> Steps.read(Steps.readReviews(file)))
                .hasMessageContaining("column title: expected text without halves of surrogate pairs");
        assertThat(Steps.read(Steps.readReviews(write("{\"title\":\"\\ud83d\\ude00\",\"rating\":1}"))))
                .containsExactly(new Review("\ud83d\ude00", 1, null));
    }

    @Test
    void aLineBeyondTheLimitIsAnErrorAndNotTheEndOfTheMemory() throws Exception {
        Path file = write("{}\n" + "x".repeat(1 << 20));
        record ReadShortLines(Path path) implements TextLinesSource<String> {
            @Override
            public int maxLineBytes() {
                return 300_000;
            }

            @Override
            public String row(String name, long offset, String line) {
                return line;
            }
        }

        assertThatThrownBy(() -> Steps.read(new ReadShortLines(file)))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + ", line 2: the line is longer than 293.0 KiB. Raise maxLineBytes()");
    }

    private static void refuses(Source<?> source, String message) {
        assertThatThrownBy(() -> Steps.read(source))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }

    private Path write(String content) throws Exception {
        return Files.writeString(directory.resolve("rows.jsonl"), content);
    }
}
