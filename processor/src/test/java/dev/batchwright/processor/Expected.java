package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;

/**
 * A message that sources lead to.
 *
 * @param id the message's id
 * @param text a part of its text
 * @param sources bodies of sources; one has a {@link Sources#MARK} where the message stands
 */
record Expected(String id, String text, List<String> sources) {

    private static final String PACKAGE = "demo";

    Expected(String id, String text, String... sources) {
        this(id, text, List.of(sources));
    }

    @Override
    public String toString() {
        return id + ": " + text;
    }

    /** Asserts that the message is the only one of the processor, and stands at the mark. */
    void check(Diagnostic.Kind kind) throws IOException {
        check(kind, List.of());
    }

    /** The same with options of the compiler. */
    void check(Diagnostic.Kind kind, List<String> options) throws IOException {
        checkAll(kind, options, List.of(this));
    }

    /** The same for several in one compilation, which takes less time; each has sources of its own. */
    static void checkAll(Diagnostic.Kind kind, List<String> options, List<Expected> all) throws IOException {
        List<JavaFileObject> files = Sources.demos(
                all.stream().flatMap(each -> each.sources().stream()).toArray(String[]::new));
        Compilation compilation = Compiling.of(options, files);
        for (Expected each : all) {
            each.check(kind, compilation, Sources.demos(each.sources().toArray(String[]::new)), PACKAGE);
        }
    }

    /** A test for each, of one compilation of them all, in which each has a package of its own. */
    static Stream<DynamicTest> tests(Diagnostic.Kind kind, Expected... all) {
        Map<Expected, List<JavaFileObject>> filesOf = new LinkedHashMap<>();
        for (Expected each : all) {
            String own = PACKAGE + filesOf.size();
            filesOf.put(
                    each,
                    each.sources().stream().map(body -> Sources.in(own, body)).toList());
        }
        Compilation compilation = Compiling.of(
                List.of("-Xmaxerrs", "1000"),
                filesOf.values().stream().flatMap(List::stream).toList());
        List<Expected> order = List.copyOf(filesOf.keySet());
        return order.stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.toString(),
                        () -> each.check(
                                kind,
                                compilation,
                                Objects.requireNonNull(filesOf.get(each)),
                                PACKAGE + order.indexOf(each))));
    }

    private void check(Diagnostic.Kind kind, Compilation compilation, List<JavaFileObject> files, String packageName)
            throws IOException {
        List<String> names = files.stream().map(JavaFileObject::getName).toList();
        List<Diagnostic<? extends JavaFileObject>> ours = compilation.diagnostics().stream()
                .filter(each -> message(each).startsWith("["))
                .filter(each -> names.contains(each.getSource().getName()))
                .toList();
        assertThat(ours).as(compilation.diagnostics().toString()).hasSize(1);
        Diagnostic<? extends JavaFileObject> found = ours.get(0);
        assertThat(message(found).replace(packageName, PACKAGE))
                .startsWith("[" + id + "] ")
                .contains(text);
        assertThat(found.getKind()).isEqualTo(kind);
        assertThat(places(found)).contains(mark(files));
    }

    private static String message(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT);
    }

    /** Where the compiler points, which may be within what it is about, and where that begins. */
    private static List<String> places(Diagnostic<? extends JavaFileObject> found) throws IOException {
        String before = found.getSource().getCharContent(true).toString().substring(0, (int) found.getStartPosition());
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        String file = found.getSource().getName() + ":";
        return List.of(file + line + ":" + column, file + found.getLineNumber() + ":" + found.getColumnNumber());
    }

    private static String mark(List<JavaFileObject> files) throws IOException {
        for (JavaFileObject file : files) {
            List<String> lines = file.getCharContent(true).toString().lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                int column = lines.get(line).indexOf(Sources.MARK);
                if (column >= 0) {
                    return file.getName() + ":" + (line + 1) + ":" + (column + Sources.MARK.length() + 1);
                }
            }
        }
        throw new IllegalArgumentException("No mark in the sources");
    }
}
