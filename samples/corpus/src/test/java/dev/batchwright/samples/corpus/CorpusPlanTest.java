package dev.batchwright.samples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page with the plan of the pipeline, which the compiler has written. */
class CorpusPlanTest {

    private static final Path PAGE = Path.of("target/plan/corpus.html");
    private static final Path PICTURE = Path.of("../../docs/corpus-plan.svg");

    @Test
    void saysWhatThePipelineIsAndLeadsToItsSources() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("<p class=\"lead\">From files to searchable passages.</p>")
                .contains("href=\"../../src/main/java/dev/batchwright/samples/corpus/embed/EmbedChunks.java\"")
                .contains("version minilm-l6-v2-q");
    }

    /** Rewritten with {@code -Dgolden.update=true}, so that changes are seen in review. */
    @Test
    void isThePictureInTheDocumentation() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\"");
        String picture = page.substring(begin, page.indexOf("</svg>", begin)) + "</svg>\n";

        if (Boolean.getBoolean("golden.update")) {
            assertThat(System.getenv("CI"))
                    .as("Golden files are not rewritten where CI is set")
                    .isNull();
            Files.writeString(PICTURE, picture);
        }

        assertThat(PICTURE).hasContent(picture);
    }
}
