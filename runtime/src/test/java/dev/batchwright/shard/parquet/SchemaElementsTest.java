package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shaded.parquet.format.ConvertedType;
import dev.batchwright.shaded.parquet.format.FieldRepetitionType;
import dev.batchwright.shaded.parquet.format.GeometryType;
import dev.batchwright.shaded.parquet.format.LogicalType;
import dev.batchwright.shaded.parquet.format.SchemaElement;
import dev.batchwright.shaded.parquet.format.Type;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.MessageType;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema in a footer, read and written by us, against parquet-java's own reading and writing. */
class SchemaElementsTest {

    private static final String WHAT_ROWS_HAVE = """
            message row {
              required boolean a;
              optional int32 b;
              required int32 c (INTEGER(8,true));
              required int32 d (INTEGER(16,false));
              optional int64 e (INTEGER(64,false));
              required int64 f (TIMESTAMP(MICROS,true));
              required int64 g (TIMESTAMP(NANOS,false));
              required int32 h (DATE);
              required float i;
              required double j;
              required binary k;
              required binary l (STRING);
              required binary m (ENUM);
              required binary n (JSON);
              required fixed_len_byte_array(16) o (UUID);
              required fixed_len_byte_array(7) p;
              required int96 q;
              optional group r (LIST) { repeated group list { optional group element { required int32 x; } } }
              required group s (MAP) { repeated group key_value { required binary key (STRING); optional int64 value; } }
              repeated int32 t;
              required group u { optional group v { required binary w = 7; } } }
            """;

    private static final String WHAT_ONLY_OTHERS_HAVE = """
            message foreign {
              required int32 a (TIME(MILLIS,true));
              required int64 b (TIME(NANOS,false));
              required binary c (BSON);
              required fixed_len_byte_array(2) d (FLOAT16);
              optional int32 e (UNKNOWN); }
            """;

    @Test
    void isWrittenSoThatParquetJavaReadsTheSame() {
        MessageType schema = TextSchema.parse(WHAT_ROWS_HAVE.replace(" = 7", ""));

        assertThat(TextSchema.print(schema)).isEqualTo(TextSchema.normal(WHAT_ROWS_HAVE.replace(" = 7", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {WHAT_ROWS_HAVE, WHAT_ONLY_OTHERS_HAVE})
    void isReadAsParquetJavaWroteIt(String text) {
        assertThat(TextSchema.parse(text)).hasToString(TextSchema.normal(text));
    }

    @ParameterizedTest
    @EnumSource(ConvertedType.class)
    @SuppressWarnings("deprecation") // So are the converted types themselves, but files have them.
    void meansTheSameWhereOnlyTheOldAnnotationIsThere(ConvertedType type) {
        SchemaElement element = new SchemaElement("a");
        element.setConverted_type(type);

        String expected = switch (type) {
            case DECIMAL, INTERVAL -> "UNKNOWN";
            case MAP_KEY_VALUE -> "MAP";
            default ->
                org.apache.parquet.schema.LogicalTypeAnnotation.fromOriginalType(
                                org.apache.parquet.schema.OriginalType.valueOf(type.name()), null)
                        .toString();
        };
        assertThat(LogicalTypes.read(element)).hasToString(expected);
    }

    @Test
    void ofGeometryDoesNotMakeTheOtherColumnsUnreadable() {
        SchemaElement place = column("place", Type.BYTE_ARRAY);
        place.setLogicalType(LogicalType.GEOMETRY(new GeometryType()));
        SchemaElement news = column("news", Type.BYTE_ARRAY);
        news.setLogicalType(new LogicalType());

        MessageType schema = SchemaReader.schema(List.of(root(3), place, news, column("number", Type.INT32)));

        assertThat(schema.getType("place").getLogicalTypeAnnotation()).isInstanceOf(UnknownLogicalTypeAnnotation.class);
        assertThat(schema.getType("news").getLogicalTypeAnnotation()).isInstanceOf(UnknownLogicalTypeAnnotation.class);
        assertThat(schema.getType("number").getLogicalTypeAnnotation()).isNull();
    }

    @Test
    void thatIsShorterThanItSaysIsRefused() {
        assertThatThrownBy(() -> SchemaReader.schema(List.of(root(2), column("number", Type.INT32))))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static SchemaElement root(int children) {
        return new SchemaElement("root").setNum_children(children);
    }

    private static SchemaElement column(String name, Type type) {
        return new SchemaElement(name).setType(type).setRepetition_type(FieldRepetitionType.REQUIRED);
    }
}
