package dev.batchwright.processor;

import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RowDiagnosticsTest {

    private static final String NULLABLE = "@interface Nullable {}";

    @TestFactory
    Stream<DynamicTest> aMistakeInARowIsReportedWhereItIs() {
        return Expected.tests(
                Diagnostic.Kind.ERROR,
                new Expected(
                        "ColumnTypeUnsupported",
                        "Doc.tags: Queue<String> cannot be stored",
                        "@Row record Doc(String a, Queue<String> /*!*/tags) {}"),
                new Expected("ColumnTypeUnsupported", "Doc.meta.tags: Queue<Tag> cannot be stored", """
                        @Row record Doc(Meta meta) {
                          record Meta(Queue<Tag> /*!*/tags) {}
                          record Tag(String name) {}
                        }"""),
                new Expected(
                        "ColumnTypeUnsupported",
                        "Doc.names: String[] cannot be stored: arrays hold only primitives; use List<String>",
                        "@Row record Doc(String[] /*!*/names) {}"),
                new Expected(
                        "ColumnTypeUnsupported",
                        "the keys of a map are strings",
                        "@Row record Doc(Map<Integer, String> /*!*/names) {}"),
                new Expected("ColumnTypeUnsupported", "it says not of what", "@Row record Doc(List /*!*/names) {}"),
                new Expected(
                        "ColumnTypeUnsupported",
                        "write the type",
                        "@Row record Doc(List<? extends Number> /*!*/names) {}"),
                new Expected(
                        "ColumnTypeUnsupported",
                        "an empty optional within an optional is lost",
                        "@Row record Doc(Optional<Optional<String>> /*!*/name) {}"),
                new Expected(
                        "ColumnTypeUnsupported",
                        "could be null or empty",
                        "@Row record Doc(@Nullable Optional<String> /*!*/name) {}",
                        NULLABLE),
                new Expected("ColumnTypeUnsupported", "it permits Other, which is not a record", """
                        @Row record Doc(Shape /*!*/shape) {
                          sealed interface Shape permits Circle, Other {}
                          record Circle(int radius) implements Shape {}
                          static final class Other implements Shape {}
                        }"""),
                new Expected(
                        "ColumnTypeUnsupported", "it permits Circle<T>, which has type parameters; remove them", """
                        @Row record Doc(Shape /*!*/shape) {
                          sealed interface Shape {}
                          record Circle<T>(int radius) implements Shape {}
                        }"""),
                new Expected(
                        "ColumnTypeUnsupported",
                        "generated code in package demo cannot see it",
                        "@Row record Doc(Hidden /*!*/hidden) { private record Hidden(int a) {} }"),
                new Expected(
                        "RecursiveRow",
                        "Doc.children holds a Doc within itself",
                        "@Row record Doc(List<Doc> /*!*/children) {}"),
                new Expected(
                        "NullablePrimitiveColumn",
                        "Doc.count is a int and never null. Use Integer",
                        "@Row record Doc(@Nullable int /*!*/count) {}",
                        NULLABLE),
                new Expected(
                        "ColumnNameClash",
                        "Doc.a and Doc.b are both stored as column a",
                        "@Row record Doc(int a, @Column(name = \"a\") int /*!*/b) {}"),
                new Expected(
                        "ColumnCodecMismatch",
                        "it is a codec of java.lang.String, but the component is a java.util.Currency",
                        """
                        @Row record Doc(@Column(codec = Doc.Text.class) Currency /*!*/currency) {
                          static final class Text implements ColumnCodec<String, String> {
                            @Override public String encode(String value) { return value; }
                            @Override public String decode(String stored) { return stored; }
                          }
                        }"""),
                new Expected(
                        "ColumnCodecMismatch",
                        "it does not implement ColumnCodec",
                        "@Row record Doc(@Column(codec = String.class) Currency /*!*/currency) {}"),
                new Expected("ColumnCodecMismatch", "generated code cannot make one", """
                        @Row record Doc(@Column(codec = Doc.Text.class) Currency /*!*/currency) {
                          static final class Text implements ColumnCodec<Currency, String> {
                            private Text() {}
                            @Override public String encode(Currency value) { return value.getCurrencyCode(); }
                            @Override public Currency decode(String stored) { return Currency.getInstance(stored); }
                          }
                        }"""),
                new Expected("RowWithoutColumns", "Doc has no components", "@Row /*!*/record Doc() {}"),
                new Expected(
                        "RowNotAccessible",
                        "Doc is private; remove private",
                        "class Outer { @Row private /*!*/record Doc(int a) {} }"),
                new Expected("RowNotARecord", "Doc as a row, which is not a record", "@Row /*!*/class Doc {}"),
                new Expected("RowNotARecord", "has type parameters", "@Row /*!*/record Doc<T>(T a) {}"),
                new Expected(
                        "CompressionInvalid",
                        "'gzip' is not a compression",
                        "@Row(compression = /*!*/\"gzip\") record Doc(int a) {}"),
                new Expected(
                        "CompressionNotSupported",
                        "The format msgpack does not support the compression snappy",
                        "@Row(format = \"msgpack\", compression = /*!*/\"snappy\") record Doc(int a) {}"),
                new Expected("FormatInvalid", "'My Format'", "@Row(format = /*!*/\"My Format\") record Doc(int a) {}"),
                new Expected(
                        "GeneratedTypeClash",
                        "DocBatch is generated from Doc, but there is a class of that name already",
                        "@Row /*!*/record Doc(int a) {}",
                        "final class DocBatch {}"),
                new Expected(
                        "TypeMissing",
                        "Doc needs the type Missing, which does not exist: it is used by Doc.a",
                        "@Row record Doc(Missing /*!*/a) {}"));
    }
}
