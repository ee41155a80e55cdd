package dev.batchwright.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.batchwright.processor.diagnostics.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private final GivenTypes given = new GivenTypes();

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleLeadsToItsMessageAndNoOther(Example example) {
        Reported reported = Reported.by(example, given);

        assertThat(reported.text()).startsWith("[" + example.id() + "] ").endsWith("#" + example.id());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNearestValidExampleCompilesWithoutAWarning(Example example) {
        Compilation compilation =
                Reported.compile(Reported.source(example.right().orElseThrow(), given));

        assertThat(compilation.diagnostics().stream().map(each -> each.getMessage(Locale.ROOT)))
                .isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void thePageIsMadeFromTheCatalogue() throws IOException {
        String page = DiagnosticsPage.of(all(), given);

        if (Boolean.getBoolean("diagnostics.update")) {
            assertThat(System.getenv("CI"))
                    .as("The page is not rewritten where CI is set")
                    .isNull();
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }

    static Stream<Example> examples() {
        return all().stream().filter(example -> example.wrong().isPresent());
    }

    private static List<Example> all() {
        return Arrays.stream(Message.values()).map(Example::of).toList();
    }
}
