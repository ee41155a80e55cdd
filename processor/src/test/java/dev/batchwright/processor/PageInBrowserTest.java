package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in a real browser, where there is a Chromium. */
class PageInBrowserTest {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long SECONDS = 120;

    /** Writes down which texts reach out of their boxes, and whether the page is wider than the window. */
    private static final String MEASURE = """
            <script>
            const clipped = [];
            document.querySelectorAll('svg.graph g.node, svg.graph g.tag').forEach(group => {
              const boxes = group.querySelectorAll('rect, polygon');
              const box = boxes[boxes.length - 1].getBBox();
              group.querySelectorAll('text').forEach(text => {
                const at = text.getBBox();
                const fits = at.x >= box.x && at.x + at.width <= box.x + box.width
                    && at.y >= box.y - 1 && at.y + at.height <= box.y + box.height + 1;
                if (!fits) clipped.push(text.textContent);
              });
            });
            document.body.setAttribute('data-texts', document.querySelectorAll('svg.graph text').length);
            document.body.setAttribute('data-clipped', clipped.join('|'));
            document.body.setAttribute('data-wider', document.documentElement.scrollWidth > window.innerWidth);
            </script>
            """;

    @TempDir
    private static Path folder;

    private static Optional<Path> browser = Optional.empty();

    @BeforeAll
    static void find() throws IOException {
        browser = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(browser.isPresent(), "There is no Chromium on the PATH, so no page is opened in a browser");
        List<JavaFileObject> sources = new ArrayList<>(
                List.of(Sources.resource("Pipes"), Sources.resource("JsonLinesSource"), Sources.resource("PipesUse")));
        sources.addAll(
                Sources.demos(
                        "record DocumentWithAVeryLongNameThatSaysAllThatIsToBeSaidOfIt(int a) {}",
                        "@Step(name = \"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\") record Read() implements SequentialSource<DocumentWithAVeryLongNameThatSaysAllThatIsToBeSaidOfIt> { @Override public RowReader<DocumentWithAVeryLongNameThatSaysAllThatIsToBeSaidOfIt> open(long first) { return null; } }",
                        "@Step record KeepWhatIsLongEnoughAndWideEnoughAndDeepEnoughToBeKept() implements FilterStep<DocumentWithAVeryLongNameThatSaysAllThatIsToBeSaidOfIt> { @Override public boolean keep(DocumentWithAVeryLongNameThatSaysAllThatIsToBeSaidOfIt row) { return true; } }",
                        "@Pipeline(name = \"long\") @Flow({Read.class, KeepWhatIsLongEnoughAndWideEnoughAndDeepEnoughToBeKept.class}) interface Long2 {}"));
        assertThat(Compiling.of(List.of("-Abatchwright.report=" + folder), sources)
                        .errors())
                .isEmpty();
    }

    @Test
    void noTextReachesOutOfItsBox() throws Exception {
        for (String name : List.of("corpus", "long")) {
            String dom = dom(name);

            assertThat(dom).contains("data-clipped=\"\"", "data-wider=\"false\"");
            assertThat(dom).doesNotContain("data-texts=\"0\"");
        }
    }

    @Test
    void theBrowserFindsAllOfThePage() throws Exception {
        assertThat(dom("corpus"))
                .contains("<h1>Plan of corpus</h1>", "id=\"step-read-reviews\"", "id=\"row-demo.Pipes.Stat\"")
                .contains("keep-good → embed: Review", "Written by Batchwright from");
    }

    @Test
    void somethingIsToBeSeen() throws Exception {
        Path image = folder.resolve("corpus.png");

        open(List.of("--screenshot=" + image, "--window-size=1200,1600"), folder.resolve("corpus.html"));

        BufferedImage seen = ImageIO.read(image.toFile());
        long colours = IntStream.range(0, seen.getWidth() * seen.getHeight())
                .map(pixel -> seen.getRGB(pixel % seen.getWidth(), pixel / seen.getWidth()))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(20);
    }

    private static String dom(String name) throws Exception {
        Path copy = folder.resolve(name + "-measured.html");
        Files.writeString(
                copy, Files.readString(folder.resolve(name + ".html")).replace("</body>", MEASURE + "</body>"));
        return open(List.of("--dump-dom"), copy);
    }

    private static String open(List<String> arguments, Path page) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(arguments);
        command.add(page.toUri().toString());
        Path output = Files.createTempFile(folder, "output", ".html");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("The browser has ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
