package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a pipeline says of the bytes of a row is what generated code counts. */
class RowBytesTest {

    private static final String USE = """
            import java.math.BigDecimal;
            import java.time.*;
            public final class Use {
              private static final Everything.Meta META =
                  new Everything.Meta(0, Optional.empty(), new Everything.Money(1));
              /** Of a row in which all is as empty as it can be. */
              public static long fixed() {
                return EverythingShardSerializer.INSTANCE.sizeOf(new Everything(false, (byte) 0, (short) 0, 'a', 0, 0L, 0f, 0d,
                    false, (byte) 0, null, 'a', 0, 0L, 0f, 0d, "", null, new byte[0], null, Everything.Color.RED, null,
                    BigDecimal.ONE, new UUID(0, 0), Instant.EPOCH, LocalDate.EPOCH, LocalDateTime.MIN, Duration.ZERO,
                    new boolean[0], new short[0], new char[0], new int[0], new long[0], new float[0], new double[0], null,
                    List.of(), List.of(), null, Set.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(),
                    Optional.empty(), META, null, new Everything.Circle(1), new Everything.Box<>("", 0),
                    new Everything.Box<>(List.of(), 0), List.of(), new Everything.Money(1), null, 0, "", 0, "", 0L, "", 0));
              }
              /** Of a row with three texts of two characters in a list, and a map with one entry. */
              public static long grown() {
                return GrowingShardSerializer.INSTANCE.sizeOf(
                    new Growing(List.of("ab", "cd", "ef"), Map.of("key", 7L), new float[8], Optional.of("x")));
              }
            }""";

    private static final String GROWING =
            "public record Growing(List<String> tags, Map<String, Long> counts, float[] vector, Optional<String> note) {}";

    @TempDir
    private Path folder;

    @Test
    void theFixedPartIsWhatTheEmptiestRowTakes() throws Exception {
        List<JavaFileObject> sources = new ArrayList<>(List.of(Sources.resource("Everything")));
        sources.addAll(Sources.demos(
                USE,
                GROWING,
                "@Step record Read() implements SequentialSource<Everything> { @Override public RowReader<Everything> open(long first) { return null; } }",
                "@Step record Grow() implements MapStep<Everything, Growing> { @Override public Growing map(Everything row) { return null; } }",
                "@Pipeline @Flow({Read.class, Grow.class}) interface Corpus {}"));
        Compilation compilation = Compiling.of(List.of("-Abatchwright.report=" + folder), sources);
        assertThat(compilation.errors()).isEmpty();
        LoadedClasses classes = new LoadedClasses(compilation);
        String page = Files.readString(folder.resolve("corpus.html"));

        assertThat(page)
                .contains("Fixed part: " + String.format("%,d", (Long) classes.run("demo.Use", "fixed")) + " bytes");
        assertThat(page)
                .contains("48 and 44 an element, and in it 2 a character")
                .contains("72 and 112 an entry, and in it 2 a character of its key")
                .contains("24 and 4 an element")
                .contains("8 and 56 where there is one, and in it 2 a character");
        long grown = 16 + (48 + 3 * 44 + 6 * 2) + (72 + 112 + 3 * 2) + (24 + 8 * 4) + (8 + 56 + 2);
        assertThat(classes.run("demo.Use", "grown")).isEqualTo(grown);
        assertThat(fixed(page, "Growing")).isEqualTo(16 + 48 + 72 + 24 + 8);
    }

    private static long fixed(String page, String record) {
        Matcher matcher = Pattern.compile(
                        "<code>" + record + "</code></h3>.*?Fixed part: ([0-9,]+) bytes", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }
}
