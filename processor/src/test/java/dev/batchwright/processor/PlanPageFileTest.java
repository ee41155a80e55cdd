package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that a page is written to. */
class PlanPageFileTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void thePageIsTheGoldenOne() throws Exception {
        // The compiler finds the source wherever the tests lie.
        String page = page(List.of(Sources.resource("Words")), "words")
                .replaceAll("href=\"[^\"#]*/sources/", "href=\"sources/");
        Path golden = Path.of("src/test/resources/golden-page/words.html.txt");

        if (Boolean.getBoolean("golden.update")) {
            assertThat(System.getenv("CI"))
                    .as("Golden files are not rewritten where CI is set")
                    .isNull();
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, page);
        }

        assertThat(golden).hasContent(page);
    }

    @Test
    void withoutTheOptionNoPageIsWritten() throws Exception {
        Compiling.cleanly(List.of(Sources.resource("Words")));

        assertThat(files()).isEmpty();
    }

    @Test
    void aPageThatIsAsItShouldBeIsNotTouched() throws Exception {
        page(List.of(Sources.resource("Words")), "words");
        Files.setLastModifiedTime(folder.resolve("words.html"), LONG_AGO);

        page(List.of(Sources.resource("Words")), "words");

        assertThat(Files.getLastModifiedTime(folder.resolve("words.html"))).isEqualTo(LONG_AGO);
    }

    @Test
    void aPageOfAnotherStateIsReplacedAndNothingElseIsLeft() throws Exception {
        Files.writeString(folder.resolve("words.html"), "an earlier page");

        assertThat(page(List.of(Sources.resource("Words")), "words")).startsWith("<!DOCTYPE html>");

        assertThat(files()).containsExactly("words.html");
    }

    @Test
    void whatUsersWriteIsTextAndNeverMarkup() throws Exception {
        List<JavaFileObject> sources = Sources.demos(
                "record Doc(@Column(name = \"<b>&\\\"'\\u0007\") int a) {}",
                "@Step record Read() implements SequentialSource<Doc> { @Override public RowReader<Doc> open(long first) { return null; } }",
                "@Step(version = \"</td>\") record Keep() implements FilterStep<Doc> { @Override public boolean keep(Doc row) { return true; } }",
                """
                /**
                 * Reads {@link Read <script>} &amp; keeps {@code a < b && "c"} of <i>it</i>, e.g. {@link #one}. More.
                 * @see Doc
                 */
                @Pipeline @Flow({Read.class, Keep.class}) interface Corpus { int one = 1; }""");

        ParsedPage page = ParsedPage.of(page(sources, "corpus"));

        assertThat(page.withClass("p", "lead").get(0).getTextContent())
                .isEqualTo("Reads <script> & keeps a < b && \"c\" of it, e.g.");
        assertThat(page.texts("code")).contains("<b>&\"'\uFFFD");
        assertThat(page.texts("li")).contains("version </td>");
        assertThat(page.all("script")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAtThePipeline() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(onlyError(file.resolve("plan").toString()))
                .startsWith("demo/Words.java:21 [FileNotWritten] " + file.resolve("plan/words.html"))
                .contains("Name a folder that can be written with -Abatchwright.report.");
    }

    @Test
    void anOptionThatNamesNoFolderIsSaidAtThePipeline() {
        assertThat(onlyError(""))
                .isEqualTo("demo/Words.java:21 [OptionInvalid] -Abatchwright.report must not be ''."
                        + " Write the path of a folder. See docs/diagnostics.md#OptionInvalid");
    }

    @Test
    void namesLeadToTheirSourcesWhereTheCompilerKnowsThem() throws Exception {
        Path sources = folder.resolve("my sources#1");
        Path source = sources.resolve("demo/Words.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, Sources.resource("Words").getCharContent(true).toString());

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-Abatchwright.report=" + folder.resolve("plan"),
                    "-sourcepath",
                    sources.toString(),
                    "-d",
                    Files.createDirectory(folder.resolve("classes")).toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            var task = compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new RowStepProcessor(), new PipelineProcessor()));
            assertThat(task.call()).isTrue();
        }

        assertThat(folder.resolve("plan/words.html"))
                .content()
                .contains(
                        "<a href=\"../my%20sources%231/demo/Words.java\"><code>demo.<wbr/>Words.<wbr/>Split</code></a>")
                .doesNotContain(folder.toString());
    }

    private String page(List<JavaFileObject> sources, String name) throws IOException {
        Compilation compilation = Compiling.of(List.of("-Abatchwright.report=" + folder), sources);
        assertThat(compilation.errors()).isEmpty();
        return Files.readString(folder.resolve(name + ".html"));
    }

    private static String onlyError(String option) {
        Compilation compilation =
                Compiling.of(List.of("-Abatchwright.report=" + option), List.of(Sources.resource("Words")));
        assertThat(compilation.errors()).hasSize(1);
        Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
        String file = error.getSource().getName().replaceFirst(".*(demo/)", "$1");
        return file + ":" + error.getLineNumber() + " " + error.getMessage(Locale.ROOT);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
