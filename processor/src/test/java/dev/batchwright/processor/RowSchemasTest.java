package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows compared with the files that were written of them. */
class RowSchemasTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private static final String DOC = """
            @Row record Doc(long id, @Column(name = "title_text") String title, @Nullable Integer year, List<@Nullable String> tags,
                Map<String, Size> sizes, Optional<String> note, float[] vector, Color color, Offer offer, @Nullable Size shown) {
              @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Nullable {}
              enum Color { RED, GREEN }
              record Size(int width, int height) {}
              sealed interface Offer permits Fixed, Free {}
              record Fixed(int cents) implements Offer {}
              record Free() implements Offer {}
            }""";

    private static final String STORED = """
            {
              "formatVersion": 1,
              "record": "demo.Doc",
              "columns": {
                "id": "long",
                "title_text": "string",
                "year": "int?",
                "tags": {
                  "list": "string?"
                },
                "sizes": {
                  "map": {
                    "record": {
                      "width": "int",
                      "height": "int"
                    }
                  }
                },
                "note": {
                  "optional": "string"
                },
                "vector": "array<float>",
                "color": {
                  "enum Color": ["RED", "GREEN"]
                },
                "offer": {
                  "union": {
                    "Fixed": {
                      "cents": "int"
                    },
                    "Free": {}
                  }
                },
                "shown": {
                  "record?": {
                    "width": "int",
                    "height": "int"
                  }
                }
              }
            }
            """;

    private static final String STEPS = """
            final class Steps {
              @Step record Read() implements SequentialSource<Doc> { @Override public RowReader<Doc> open(long first) { return null; } }
              @Step record Keep() implements FilterStep<Doc> { @Override public boolean keep(Doc doc) { return true; } }
            }""";

    @TempDir
    private Path folder;

    @Test
    void theFirstCompilationWritesWhatRowsAre() throws IOException {
        assertThat(messages(compile(DOC))).isEmpty();

        assertThat(files()).containsExactly("demo.Doc.json");
        assertThat(folder.resolve("demo.Doc.json")).hasContent(STORED);
    }

    @Test
    void aRowThatHasNotChangedLeavesItsFileAlone() throws IOException {
        store();
        Files.setLastModifiedTime(folder.resolve("demo.Doc.json"), LONG_AGO);

        assertThat(messages(compile(DOC))).isEmpty();

        assertThat(Files.getLastModifiedTime(folder.resolve("demo.Doc.json"))).isEqualTo(LONG_AGO);
    }

    @Test
    void aGrownRowIsFollowedAndSaidOnce() throws IOException {
        store();
        String grown = DOC.replace("@Nullable Integer year", "@Nullable Long /*!*/year, @Nullable String lang")
                .replace("record Fixed(int cents)", "record Fixed(long cents)");

        new Expected(
                        "SchemaGrown",
                        "Doc has grown: column year was int and is long; column offer.Fixed.cents was int and is long;"
                                + " column lang is new. Rows that caches keep can still be read. The next run makes the rows of"
                                + " Keep, Read and of the steps after them anew, unless it is told to keep them with"
                                + " RunOptions.evolveRows(true). " + folder.resolve("demo.Doc.json")
                                + " follows the record; commit both together.",
                        grown,
                        STEPS)
                .check(Diagnostic.Kind.NOTE, List.of(option()));

        assertThat(folder.resolve("demo.Doc.json")).content().contains("\"year\": \"long?\"", "\"lang\": \"string?\"");
        assertThat(messages(compile(grown, STEPS))).isEmpty();
    }

    /** A change of {@link #DOC}, and before which text of the result the message stands. */
    private record Change(String from, String to, String place, String what) {

        String source(int index) {
            String changed = DOC.replace(from, to);
            assertThat(changed).isNotEqualTo(DOC).contains(place);
            return changed.replace(place, Sources.MARK + place).replace("record Doc(", "record Doc" + index + "(");
        }
    }

    @Test
    void rowsThatStoredRowsCannotBeReadAsAreRefusedWhereTheyChanged() throws IOException {
        String record = "record Doc(";
        List<Change> changes = List.of(
                new Change("long id, ", "", record, "column id is gone. Undo the change"),
                new Change("long id", "int id", "id, @Column", "column id was long and is int"),
                new Change("Color color", "Color color, int more", "more", "column more is new, and is neither"),
                new Change("title_text", "name", record, "column title_text is gone; column name is new"),
                new Change("@Nullable Integer year", "Integer year", "year", "column year may be null no longer"),
                new Change("<@Nullable String> tags", "<String> tags", "tags", "column tags[] may be null no longer"),
                new Change("RED, GREEN", "RED", "color, Offer", "column color was enum Color(RED,GREEN) and is enum"),
                new Change("Size(int width", "Size(short width", "width", "column sizes{}.width was int and is short"),
                new Change(", int height", "", "sizes", "column sizes{}.height is gone; column shown.height is gone"),
                new Change("Free()", "Free(int x)", "x) implements", "column offer.Free.x is new, and is neither"),
                new Change(
                        "Optional<String> note, float[] vector",
                        "float[] vector, Optional<String> note",
                        record,
                        "the columns stand in another order"));
        List<Expected> expected = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Files.writeString(folder.resolve("demo.Doc" + i + ".json"), STORED);
            String text = "Rows of Doc" + i + " that caches keep can no longer be read: "
                    + changes.get(i).what();
            expected.add(new Expected("SchemaChanged", text, changes.get(i).source(i)));
        }

        Expected.checkAll(Diagnostic.Kind.ERROR, List.of(option()), expected);

        for (int i = 0; i < changes.size(); i++) {
            assertThat(folder.resolve("demo.Doc" + i + ".json")).hasContent(STORED);
        }
    }

    @Test
    void theStepsThatRunAgainAreNamed() throws IOException {
        store();

        new Expected(
                        "SchemaChanged",
                        "column id was long and is int. Keep, Read take or make them and run again, and so do the steps after"
                                + " them. Undo the change, or accept it: delete " + folder.resolve("demo.Doc.json")
                                + ", which is then written anew, or leave Doc as it is and make a new record.",
                        DOC.replace("long id", "int /*!*/id"),
                        STEPS)
                .check(Diagnostic.Kind.ERROR, List.of(option()));
    }

    @Test
    void aChangeIsAcceptedByDeletingTheFile() throws IOException {
        store();
        Files.delete(folder.resolve("demo.Doc.json"));

        assertThat(messages(compile(DOC.replace("long id", "int id")))).isEmpty();

        assertThat(folder.resolve("demo.Doc.json")).content().contains("\"id\": \"int\"");
    }

    @Test
    void whereOnlyWarningsAreWantedTheyStayUntilTheChangeIsAccepted() throws IOException {
        store();
        String before = Files.readString(folder.resolve("demo.Doc.json"));
        Expected warning =
                new Expected("SchemaChanged", "column id was long and is int", DOC.replace("long id", "int /*!*/id"));

        for (int time = 0; time < 2; time++) {
            warning.check(Diagnostic.Kind.WARNING, List.of(option(), "-Abatchwright.schemas.check=warning"));
        }

        assertThat(folder.resolve("demo.Doc.json")).hasContent(before);
    }

    @Test
    void namesOfRecordsMatterOnlyInSealedInterfaces() throws IOException {
        store();

        assertThat(messages(compile(DOC.replace("Size", "Extent").replace("Offer", "Price"))))
                .isEmpty();

        assertThat(messages(compile(DOC.replace("Free", "Gift"))))
                .hasSize(1)
                .first()
                .asString()
                .contains("column offer was union(Fixed{cents:int}|Free{}) and is union(Fixed{cents:int}|Gift{})");
    }

    @Test
    void aRowOfAnotherNameGetsAFileOfItsOwn() throws IOException {
        store();
        String before = Files.readString(folder.resolve("demo.Doc.json"));

        assertThat(messages(compile(DOC.replace("record Doc", "record Text")))).isEmpty();

        assertThat(files()).containsExactly("demo.Doc.json", "demo.Text.json");
        assertThat(folder.resolve("demo.Doc.json")).hasContent(before);
    }

    @Test
    void aDamagedFileIsNamedAndLeftAlone() throws IOException {
        Path file = Files.write(folder.resolve("demo.Doc.json"), new byte[] {(byte) 0xFF, 0, 1});

        new Expected("SchemaFileInvalid", file + " cannot be read as the schema of Doc: ", marked("record Doc("))
                .check(Diagnostic.Kind.ERROR, List.of(option()));

        assertThat(file).hasBinaryContent(new byte[] {(byte) 0xFF, 0, 1});
    }

    @Test
    void aCompilationThatHasFailedWritesNothing() throws IOException {
        Compilation compilation =
                Compiling.of(List.of(option()), Sources.demos(DOC, "@Row record Broken(Missing a) {}"));

        assertThat(compilation.errors()).isNotEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void anythingButErrorAndWarningIsRefused() throws IOException {
        new Expected(
                        "OptionInvalid",
                        "-Abatchwright.schemas.check must not be 'off'. Write error or warning.",
                        marked("record Doc("))
                .check(Diagnostic.Kind.ERROR, List.of(option(), "-Abatchwright.schemas.check=off"));
    }

    @Test
    void withoutTheOptionNothingIsWritten() throws IOException {
        Compiling.cleanly(Sources.demos(DOC));

        assertThat(files()).isEmpty();
    }

    @Test
    void gradleIsToldToLookAtAllRowsTogetherOnlyWhereTheyAreCompared() {
        String gradle = "org.gradle.annotation.processing.";

        assertThat(supportedOptions(Map.of()))
                .containsExactlyInAnyOrder(gradle + "isolating", "batchwright.schemas", "batchwright.schemas.check");
        assertThat(supportedOptions(Map.of("batchwright.schemas", "schemas")))
                .containsExactlyInAnyOrder(gradle + "aggregating", "batchwright.schemas", "batchwright.schemas.check");
    }

    private static Set<String> supportedOptions(Map<String, String> options) {
        SchemaProcessor processor = new SchemaProcessor();
        processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                RowSchemasTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> method.getName().equals("getOptions") ? options : null));
        return processor.getSupportedOptions();
    }

    private static String marked(String place) {
        return DOC.replace(place, Sources.MARK + place);
    }

    /** As the compilation of {@link #DOC} leaves it. */
    private void store() throws IOException {
        Files.writeString(folder.resolve("demo.Doc.json"), STORED);
    }

    private String option() {
        return "-Abatchwright.schemas=" + folder;
    }

    private Compilation compile(String... sources) {
        return Compiling.of(List.of(option()), Sources.demos(sources));
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
