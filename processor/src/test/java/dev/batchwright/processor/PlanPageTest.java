package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.batchwright.processor.json.JsonReader;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The page of a pipeline with every step kind, {@code sources/demo/Pipes.java}, read by a parser of XML. */
class PlanPageTest {

    private static final List<JavaFileObject> SOURCES =
            List.of(Sources.resource("Pipes"), Sources.resource("JsonLinesSource"), Sources.resource("PipesUse"));

    @TempDir
    private static Path folder;

    private static Compilation compilation;
    private static String text;
    private static ParsedPage page;

    @BeforeAll
    static void compile() throws Exception {
        compilation = Compiling.of(List.of("-Abatchwright.report=" + folder), SOURCES);
        assertThat(compilation.errors()).isEmpty();
        text = Files.readString(folder.resolve("corpus.html"));
        page = ParsedPage.of(text);
    }

    @Test
    void everyStepIsInTheDrawingAndInTheTable() throws Exception {
        for (Map<?, ?> step : steps()) {
            String name = text(step, "name");
            assertThat(page.texts("text")).contains(name);
            assertThat(page.byId("step-" + name).getTextContent())
                    .contains(name, text(step, "class").replace('$', '.'));
        }
        assertThat(page.withClass("g", "node")).hasSize(steps().size() + 5);
    }

    @Test
    void everyEdgeIsDrawnOnceAndNamesItsRow() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Map<?, ?> step : steps()) {
            for (Object input : (List<?>) value(step, "inputs")) {
                String row = steps().stream()
                        .filter(other -> input.equals(text(other, "name")))
                        .map(other -> text(other, "output").replaceFirst(".*\\$", ""))
                        .findFirst()
                        .orElseThrow();
                expected.add(input + " → " + text(step, "name") + ": " + row);
            }
        }

        List<String> drawn = page.withClass("path", "edge").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(drawn).hasSize(13).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRowHasATableOfItsColumns() {
        assertThat(page.byId("row-demo.Pipes.Review").getTextContent()).isEqualTo("Review");
        assertThat(page.texts("td")).contains("48 and 2 a character");
        assertThat(text)
                .contains("Fixed part: 168 bytes in memory a row, and what id, product and text hold")
                .contains("<code>stars</code></th><td><code>int</code></td><td>no</td><td>8</td>");
    }

    @Test
    void theSettingsOfAStepAreSaid() {
        assertThat(page.byId("step-embed").getTextContent())
                .contains("AlignedBatchStep", "32 rows", "at most 1MiB", "version 2", "4 calls at once", "retries 3")
                .contains("format parquet", "Up to 4 times that, for the calls in flight")
                .contains("Up to 1MiB of rows a batch, and the row that passes that:"
                        + " 32 rows are 5.3 KiB and what id, product and text hold.");
        assertThat(page.byId("step-keep-good").getTextContent()).contains("atLeast, window, pattern");
        assertThat(page.byId("step-numbers").getTextContent()).contains("n, label");
        assertThat(page.byId("step-write").getTextContent()).contains("→ nothing", "from all, then both");
    }

    @Test
    void theStagesAreThoseOfThePlan() throws Exception {
        List<String> stages = page.rowsOf("stages").stream()
                .map(cells -> cells.get(1).replaceFirst(".* ", "") + ": ["
                        + cells.get(2).replace(" → ", ", ") + "]")
                .toList();

        assertThat(stages.toString()).isEqualTo(new LoadedClasses(compilation).run("demo.PipesUse", "plan"));
    }

    @Test
    void theInputsOfStepsWithTwoAreToldApart() {
        assertThat(page.withClass("text", "side").stream().map(Element::getTextContent))
                .containsExactlyInAnyOrder("left", "right", "left", "right");
    }

    @Test
    void noBoxAndNoTagCoversAnotherOne() {
        List<Rectangle2D> boxes = page.boxes();

        assertThat(boxes).hasSize(12 + 11);
        for (Rectangle2D box : boxes) {
            assertThat(boxes.stream().filter(box::intersects)).containsExactly(box);
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(text.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "<script", "src=", "@import", "<link", "javascript:");
    }

    @Test
    void allLinksLeadToSomething() {
        List<String> targets = Pattern.compile("href=\"([^\"]*)\"")
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(targets).hasSizeGreaterThan(60).allSatisfy(target -> {
            if (target.startsWith("#")) {
                assertThat(page.byId(target.substring(1))).isNotNull();
            } else {
                assertThat(folder.resolve(target)).isRegularFile();
            }
        });
    }

    @Test
    void theDrawingHasATitleAndADescription() {
        Element svg = page.withClass("svg", "graph").get(0);

        for (String id : svg.getAttribute("aria-labelledby").split(" ", -1)) {
            assertThat(page.byId(id).getTextContent()).isNotBlank();
        }
        assertThat(page.byId("graph-text").getTextContent()).contains("join after count-tokens and embed");
    }

    @Test
    void theSameSourcesGiveTheSamePage(@TempDir Path other) throws Exception {
        Compiling.of(List.of("-Abatchwright.report=" + other), SOURCES);

        assertThat(other.resolve("corpus.html")).hasContent(text);
    }

    private static List<Map<?, ?>> steps() throws Exception {
        String json = text(Generated.files(compilation), "META-INF/batchwright/corpus.json");
        List<Map<?, ?>> steps = new ArrayList<>();
        ((List<?>) value(JsonReader.object(json), "steps")).forEach(step -> steps.add((Map<?, ?>) step));
        return steps;
    }

    private static String text(Map<?, ?> json, String name) {
        return value(json, name).toString();
    }

    private static Object value(Map<?, ?> json, String name) {
        return Objects.requireNonNull(json.get(name), name);
    }
}
