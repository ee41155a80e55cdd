package dev.batchwright.engine.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassCodeTest {

    private static final String SOURCE = """
            import java.lang.annotation.*;
            import java.util.concurrent.TimeUnit;
            import java.util.function.*;

            @Step.Seen("class") @Step.Unseen("class")
            public class Step extends Object implements Runnable {
                @Retention(RetentionPolicy.RUNTIME)
                @interface Seen { String value(); int number() default 1; Class<?>[] types() default {}; }
                @Retention(RetentionPolicy.CLASS)
                @interface Unseen { String value(); }
                enum Color { RED, GREEN, BLUE }
                record Point(@Seen("x") int x, long y) {}
                sealed interface Shape permits Circle, Square {}
                record Circle() implements Shape {}
                record Square() implements Shape {}

                static final int LIMIT = 7;
                @Seen(value = "field", types = {String.class}) int[] counts = {1, 2};

                public void run() { System.out.println("done"); }
                int number() { return 100_000; }
                long big() { return 5_000_000_000L; }
                double fraction() { return 0.25; }
                String text() { return "text"; }
                int called(String s) { return s.length(); }
                int branch(int a) { if (a < 3) { return a; } return -a; }
                int chosen(int a) { switch (a) { case 1: return 10; case 2: return 20; default: return 0; } }
                int sparse(int a) { switch (a) { case 1: return 10; case 9000: return 20; default: return 0; } }
                int unit(TimeUnit u) { switch (u) { case DAYS: return 1; case HOURS: return 2; default: return 0; } }
                String joined(int a) { return "a is " + a + "!"; }
                IntUnaryOperator lambda() { return a -> a + 1; }
                Function<String, String> reference() { return String::trim; }
                @Seen("method") @Unseen("method") int loop(@Seen("parameter") @Unseen("parameter") int n) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) { sum += i * 3; }
                    return sum;
                }
                int caught(String s) {
                    try { return Integer.parseInt(s); } catch (NumberFormatException e) { return -1; }
                }
                int[][] arrays(int n) { return new int[n][4]; }
            }
            """;

    private static Map<String, String> unchanged = Map.of();

    @BeforeAll
    static void compileOnce() throws IOException {
        unchanged = CompiledClasses.digests(SOURCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Step        | 100_000                        | 100_001
            Step        | 5_000_000_000L                 | 5_000_000_001L
            Step        | 0.25                           | 0.5
            Step        | "text"                         | "Text"
            Step        | s.length()                     | s.hashCode()
            Step        | a < 3                          | a >= 3
            Step        | { return a; } return -a;       | { return -a; } return a;
            Step        | LIMIT = 7                      | LIMIT = 8
            Step        | int LIMIT                      | long LIMIT
            Step        | static final int LIMIT         | static int LIMIT
            Step        | case 2: return 20              | case 3: return 20
            Step        | case 9000:                     | case 9001:
            Step        | "a is "                        | "a was "
            Step        | a -> a + 1                     | a -> a + 2
            Step        | String::trim                   | String::strip
            Step        | i * 3                          | i * 4
            Step        | i++                            | i += 300
            Step        | NumberFormatException e        | IllegalArgumentException e
            Step        | implements Runnable            | implements Runnable, Cloneable
            Step        | extends Object                 | extends Thread
            Step        | public class Step              | public final class Step
            Step        | public void run()              | public synchronized void run()
            Step        | @Step.Seen("class")            | @Step.Seen("type")
            Step        | @Step.Seen("class")            | ''
            Step        | value = "field"                | value = "Field"
            Step        | String.class                   | Integer.class
            Step        | @Seen("method")                | @Seen("Method")
            Step        | @Seen("method")                | @Seen(value = "method", number = 2)
            Step        | @Seen("parameter")             | @Seen("Parameter")
            Step        | new int[n][4]                  | new int[n][]
            Step        | int[][] arrays(int n)          | Object arrays(int n)
            Step$1      | case DAYS: return 1; case HOURS: | case HOURS: return 1; case DAYS:
            Step$Color  | RED, GREEN                     | GREEN, RED
            Step$Seen   | default 1                      | default 2
            Step$Point  | long y                         | long z
            Step$Point  | @Seen("x")                     | @Seen("X")
            Step$Shape  | permits Circle, Square         | permits Square, Circle
            """)
    void changesWithWhatAClassDoes(String type, String before, String after) throws Exception {
        assertThat(SOURCE).containsOnlyOnce(before);
        Map<String, String> changed = CompiledClasses.digests(SOURCE.replace(before, after));

        assertThat(unchanged).containsKey(type);
        assertThat(changed.get(type)).isNotNull().isNotEqualTo(unchanged.get(type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public void run()              | '/** Says so. */ public void run()'
            int number()                   | '\n\n\n// Many.\nint number()'
            int sum = 0;                   | '\nint sum =\n0; // Nothing yet.'
            @Step.Unseen("class")          | @Step.Unseen("type")
            @Step.Unseen("class")          | ''
            @Unseen("method")              | @Unseen("Method")
            @Unseen("parameter")           | ''
            called(String s)               | called(String t)
            s.length()                     | (s).length()
            Function<String, String> ref   | @SuppressWarnings("all") Function<String, String> ref
            """)
    void staysWhereOnlyTheSourceChanges(String before, String after) throws Exception {
        String renamed = after.contains("String t") ? SOURCE.replace("s.length()", "t.length()") : SOURCE;
        String source = renamed.replace(before, after);
        assertThat(source).isNotEqualTo(SOURCE);

        assertThat(CompiledClasses.digests(source)).isEqualTo(unchanged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:lines", "-parameters"})
    void staysWithOtherDebugInformation(String option) throws Exception {
        assertThat(CompiledClasses.digests(SOURCE, option)).isEqualTo(unchanged);
    }

    @Test
    void staysWithAnotherVersionOfTheClassFile() throws Exception {
        String source = SOURCE.replaceAll("(?m)^.*(record|sealed).*$", "");

        assertThat(CompiledClasses.digests(source, "--release", "11")).isEqualTo(CompiledClasses.digests(source));
    }

    @Test
    void staysWhereTheConstantPoolIsLaidOutOtherwiseAndConstantsNeedLongIndexes() throws Exception {
        String many = IntStream.range(0, 300)
                .mapToObj(i -> "a[" + i + "] = \"many " + i + "\";")
                .collect(Collectors.joining("\n", "void many(String[] a) {", "}"));
        String few = """
                String few(int n) {
                    for (int i = 0; i < n; i++) { if (i == 70_000) { return "seventy"; } }
                    switch (n) { case 3: return "three"; case 4: return "four"; default: return "other"; }
                }
                """;
        String early = "class Step {" + few + many + "}";
        String late = "class Step {" + many + few + "}";

        // With ldc_w in the place of ldc, the method takes more bytes, and all of its jumps lead to other offsets.
        assertThat(size(late)).isGreaterThan(size(early));
        assertThat(CompiledClasses.digests(late)).isEqualTo(CompiledClasses.digests(early));
    }

    private static int size(String source) throws IOException {
        return CompiledClasses.of(source).values().iterator().next().length;
    }

    @Test
    void staysWhereMethodsTradePlaces() throws Exception {
        List<String> lines = new ArrayList<>(SOURCE.lines().toList());
        int number = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("int number() {"))
                .findFirst()
                .orElseThrow();
        lines.add(number + 4, lines.remove(number));

        assertThat(CompiledClasses.digests(String.join("\n", lines))).isEqualTo(unchanged);
    }

    @Test
    void changesWhereALambdaIsAddedAboveOthers() throws Exception {
        String source = SOURCE.replace("int number() {", "Runnable added() { return () -> {}; } int number() {");

        assertThat(CompiledClasses.digests(source)).isNotEqualTo(unchanged);
    }
}
