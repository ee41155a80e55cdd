package dev.batchwright.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.batchwright.processor.Compiling;
import dev.batchwright.processor.Sources;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler says of an example that is wrong.
 *
 * @param kind error or warning
 * @param text the message
 * @param line the line that the compiler shows
 * @param column where its caret stands, from 1
 */
record Reported(Diagnostic.Kind kind, String text, String line, long column) {

    private static final String NAME = "demo.Example";

    /** An example is one file, whatever it declares. */
    private static final String LINT = "-Xlint:-auxiliaryclass";

    private static final String FILE = "demo/Example.java";

    /** Asserts that there is one message of the processor, at the mark, and returns it as the compiler shows it. */
    static Reported by(Example example, GivenTypes given) {
        String shown = example.wrong().orElseThrow();
        int mark = shown.indexOf(Sources.MARK);
        assertThat(mark).as("%s has a mark", example).isNotNegative();
        String source = source(shown.replace(Sources.MARK, ""), given);

        Compilation compilation = compile(source);

        List<Diagnostic<? extends JavaFileObject>> ours = compilation.diagnostics().stream()
                .filter(each -> text(each).startsWith("["))
                .toList();
        assertThat(ours).as(compilation.diagnostics().toString()).hasSize(1);
        Diagnostic<? extends JavaFileObject> found = ours.get(0);
        assertThat(found.getSource().getName()).endsWith(FILE);
        assertThat(found.getStartPosition()).as("start of %s", found).isEqualTo(startOf(shown, mark, found, source));
        String line = source.lines().toList().get((int) found.getLineNumber() - 1);
        return new Reported(found.getKind(), text(found), line, found.getColumnNumber());
    }

    static Compilation compile(String source) {
        return Compiling.of(List.of(LINT), List.of(JavaFileObjects.forSourceString(NAME, source)));
    }

    static String source(String shown, GivenTypes given) {
        return Sources.HEAD + given.usedBy(shown) + "\n" + shown;
    }

    /** The compiler points at a class by its name, but says that it begins with its first modifier. */
    private static long startOf(String shown, int mark, Diagnostic<?> found, String source) {
        long start = source.length() - shown.replace(Sources.MARK, "").length() + mark;
        boolean isWithin = found.getStartPosition() < start && start <= found.getPosition();
        return isWithin ? found.getStartPosition() : start;
    }

    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT);
    }
}
