package dev.batchwright.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.batchwright.processor.diagnostics.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message, its example, and the page about them all: {@code docs/diagnostics.md}. The page is rewritten with
 * {@code -Ddiagnostics.update=true}, so that changes are seen in review.
 */
class CatalogueTest {

    private static final Path PAGE = Path.of("../docs/diagnostics.md");

    private static final List<Example> ALL =
            Arrays.stream(Message.values()).map(Example::of).toList();
    private static final GivenTypes GIVEN = new GivenTypes();
    private static final CompiledExamples COMPILED = new CompiledExamples(ALL, GIVEN);

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleLeadsToItsMessageAndNoOther(Example example) {
        Reported reported = COMPILED.reported(example);

        assertThat(reported.text()).startsWith("[" + example.id() + "] ").endsWith("#" + example.id());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNearestValidExampleCompilesWithoutAWarning(Example example) {
        assertThat(COMPILED.saidOfValid(example)).isEmpty();
        assertThat(COMPILED.statusOfValid()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void thePageIsMadeFromTheCatalogue() throws IOException {
        String page = DiagnosticsPage.of(ALL, GIVEN, COMPILED);

        if (Boolean.getBoolean("diagnostics.update")) {
            assertThat(System.getenv("CI"))
                    .as("The page is not rewritten where CI is set")
                    .isNull();
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }

    static Stream<Example> examples() {
        return ALL.stream().filter(example -> example.wrong().isPresent());
    }
}
