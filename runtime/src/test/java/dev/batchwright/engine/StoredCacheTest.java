package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.CacheException;
import dev.batchwright.OldRows;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Caches of each layout version that were written long ago. {@code -Dcaches.update=true} writes that of version 1 again; where the
 * layout has changed there has to be another version instead.
 */
class StoredCacheTest {

    private static final Path STORED = Path.of("src/test/resources/caches/version-1");

    @TempDir
    Path above;

    private final PassagePipeline pipeline = new PassagePipeline(2);

    private Path cache() {
        return above.resolve("cache");
    }

    @BeforeEach
    void copy() throws IOException {
        if (Boolean.getBoolean("caches.update") && System.getenv("CI") == null) {
            rewrite();
        }
        copy(STORED, cache());
    }

    private void rewrite() throws IOException {
        Path made = above.resolve("made");
        pipeline.run(PassagePipeline.options(made));
        for (String own : List.of("LOCK", "report.json")) {
            Files.deleteIfExists(made.resolve(own));
        }
        copy(made, STORED);
        pipeline.sourceCalls.set(0);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private List<String> rows(String step) {
        return PassagePipeline.rows(cache(), step);
    }

    @Test
    void givesItsRows() {
        assertThat(rows("keep-even"))
                .hasSize(40)
                .startsWith("0 title 0", "2 title 2")
                .endsWith("78 title 78");
        assertThat(rows("retitle")).hasSize(40).endsWith("78 new title 78");
        assertThat(rows("count")).hasSize(1);
    }

    @Test
    void hasNothingMadeAgain() {
        RunReport report = pipeline.run(PassagePipeline.options(cache()));

        assertThat(pipeline.sourceCalls).hasValue(0);
        assertThat(report.steps()).allSatisfy(step -> {
            assertThat(step.calls()).isZero();
            assertThat(step.why()).isEqualTo("unchanged");
        });
        assertThat(report.damage()).isEmpty();
    }

    @Test
    void hasNothingMadeAgainButWhatIsMissing() throws IOException {
        List<String> before = rows("count");
        try (Stream<Path> parts = Files.walk(cache().resolve("count"))) {
            Files.delete(parts.filter(path -> path.toString().endsWith(".object"))
                    .findFirst()
                    .orElseThrow());
        }

        RunReport report = pipeline.run(PassagePipeline.options(cache()));

        assertThat(pipeline.sourceCalls).hasValue(0);
        assertThat(report.steps().stream().filter(step -> step.calls() > 0).map(StepReport::step))
                .containsExactly("count");
        assertThat(rows("count")).isEqualTo(before);
    }

    @Test
    void ofVersion0GivesItsRowsWhereTheyAreTakenOnTrust() throws IOException {
        Path old = above.resolve("old");
        copy(STORED.resolveSibling("version-0"), old);

        RunReport report =
                new PassagePipeline(1).run(PassagePipeline.options(old).rowsOfVersion0(OldRows.ADOPT));

        assertThat(report.adopted()).hasSize(3).allMatch(AdoptedOutput::isAdopted);
        assertThat(PassagePipeline.rows(old, "retitle")).hasSize(5).startsWith("10 old \u00e9\" 10");
    }

    @Test
    void isLeftAloneWhereItIsOfANewerVersion() throws IOException {
        Path manifest = cache().resolve("manifest.json");
        Files.writeString(manifest, "{\"formatVersion\": 2, \"pipeline\": [\"of\", \"another\", \"form\"]}");
        Files.writeString(cache().resolve("manifest.json.tmp-0123abcd-0123-0123-0123-0123456789ab"), "half");
        Map<String, String> before = contents();

        assertThatThrownBy(() -> pipeline.run(PassagePipeline.options(cache()).keep(0)))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("has layout version 2; this version reads 1. Use a newer version of Batchwright");
        assertThatThrownBy(() -> rows("count")).hasMessageContaining("has layout version 2");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void isRefusedWithAVersionThatNeverWas() throws IOException {
        Files.writeString(cache().resolve("manifest.json"), "{\"formatVersion\": 0, \"pipeline\": \"passages\"}");
        Map<String, String> before = contents();

        assertThatThrownBy(() -> pipeline.run(PassagePipeline.options(cache())))
                .hasMessageContaining("has layout version 0; this version reads 1, and none before it had a manifest");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void letsNoNameInItsManifestLeadOutOfIt() throws IOException {
        Path manifest = cache().resolve("manifest.json");
        String text = Files.readString(manifest);
        for (String name : List.of("..", "a/../../b", "c\\\\d")) {
            Files.writeString(manifest, text.replace("\"keep-even\"", "\"" + name + "\""));

            assertThatThrownBy(() -> rows("count")).hasMessageContaining("is no name of a step");
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(cache())) {
            all.forEach(path -> contents.put(cache().relativize(path).toString(), bytes(path)));
        }
        return contents;
    }

    private static String bytes(Path path) {
        try {
            return Files.isDirectory(path) ? "folder" : HexFormat.of().formatHex(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
