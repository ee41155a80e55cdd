package dev.batchwright.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.batchwright.processor.Compiling;
import dev.batchwright.processor.Sources;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** All examples of the catalogue, compiled together, each in a package of its own. */
final class CompiledExamples {

    /** An example is one file, whatever it declares. */
    private static final List<String> OPTIONS =
            List.of("-Xlint:-auxiliaryclass", "-Xmaxerrs", "1000", "-Xmaxwarns", "1000");

    private static final String SHOWN_PACKAGE = "demo";

    private final GivenTypes given;
    private final Compilation wrong;
    private final Compilation right;

    CompiledExamples(List<Example> examples, GivenTypes given) {
        this.given = given;
        List<Example> shown =
                examples.stream().filter(each -> each.wrong().isPresent()).toList();
        this.wrong = compile(shown, this::wrongSource);
        this.right = compile(shown, this::rightSource);
    }

    private static Compilation compile(List<Example> examples, Function<Example, String> source) {
        return Compiling.of(
                OPTIONS,
                examples.stream()
                        .map(each -> JavaFileObjects.forSourceString(packageOf(each) + ".Example", source.apply(each)))
                        .toList());
    }

    private static String packageOf(Example example) {
        return SHOWN_PACKAGE + "." + example.id().toLowerCase(Locale.ROOT);
    }

    private String wrongSource(Example example) {
        return source(example, example.wrong().orElseThrow().replace(Sources.MARK, ""));
    }

    /** Pipelines that are whole need names of their own. */
    private String rightSource(Example example) {
        return source(example, example.right().orElseThrow().replaceAll("\\bCorpus\\b", example.id() + "Corpus"));
    }

    private String source(Example example, String shown) {
        return Sources.head(packageOf(example)) + given.usedBy(shown) + "\n" + shown;
    }

    /** Asserts that there is one message of the processor, at the mark, and returns it as the compiler shows it. */
    Reported reported(Example example) {
        List<Diagnostic<? extends JavaFileObject>> ours = in(wrong, example).stream()
                .filter(each -> text(each).startsWith("["))
                .toList();
        assertThat(ours).as(wrong.diagnostics().toString()).hasSize(1);
        Diagnostic<? extends JavaFileObject> found = ours.get(0);
        String source = wrongSource(example);
        assertThat(found.getStartPosition()).as("start of %s", found).isEqualTo(startOf(example, found, source));
        String line = source.lines().toList().get((int) found.getLineNumber() - 1);
        String text = text(found).replace(packageOf(example), SHOWN_PACKAGE);
        return new Reported(found.getKind(), text, line, found.getColumnNumber());
    }

    /** What the compiler says of the valid example. */
    List<String> saidOfValid(Example example) {
        return in(right, example).stream().map(CompiledExamples::text).toList();
    }

    /** Of the example's source or of what is generated for it. */
    private static List<Diagnostic<? extends JavaFileObject>> in(Compilation compilation, Example example) {
        String folder = packageOf(example).replace('.', '/') + "/";
        return compilation.diagnostics().stream()
                .filter(each -> each.getSource() != null
                        && each.getSource().toUri().getPath().contains(folder))
                .<Diagnostic<? extends JavaFileObject>>map(each -> each)
                .toList();
    }

    Compilation.Status statusOfValid() {
        return right.status();
    }

    /** The compiler points at a class by its name, but says that it begins with its first modifier. */
    private static long startOf(Example example, Diagnostic<?> found, String source) {
        String shown = example.wrong().orElseThrow();
        int mark = shown.indexOf(Sources.MARK);
        assertThat(mark).as("%s has a mark", example).isNotNegative();
        int start = source.length() - shown.replace(Sources.MARK, "").length() + mark;
        boolean isWithin = found.getStartPosition() < start && start <= found.getPosition();
        return isWithin ? found.getStartPosition() : start;
    }

    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT);
    }
}
