package dev.batchwright.benchmarks.avro;

import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.benchmarks.rows.Passage;
import dev.batchwright.benchmarks.rows.Reading;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.TextFeatures;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericData.StringType;

/** The rows that parquet-avro stores. */
public final class AvroRowTypes {

    private AvroRowTypes() {}

    /** Rows of numbers. */
    public static AvroRows<Reading> readings() {
        Schema schema = SchemaBuilder.record("Reading")
                .fields()
                .requiredLong("time")
                .requiredDouble("value")
                .requiredInt("sensor")
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> switch (index) {
                    case 0 -> row.time();
                    case 1 -> row.value();
                    default -> row.sensor();
                },
                read -> new Reading((Long) read.get(0), (Double) read.get(1), (Integer) read.get(2)));
    }

    /** Rows of text. */
    public static AvroRows<Passage> passages() {
        Schema schema = SchemaBuilder.record("Passage")
                .fields()
                .requiredLong("id")
                .name("text")
                .type(text())
                .noDefault()
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> index == 0 ? (Object) row.id() : row.text(),
                read -> new Passage((Long) read.get(0), (String) read.get(1)));
    }

    /** Rows with vectors. parquet-avro writes an array as it is, and reads a list. */
    public static AvroRows<Embedding> embeddings() {
        Schema schema = SchemaBuilder.record("Embedding")
                .fields()
                .requiredLong("id")
                .name("vector")
                .type()
                .array()
                .items()
                .floatType()
                .noDefault()
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> index == 0 ? (Object) row.id() : row.vector(),
                read -> new Embedding((Long) read.get(0), floats((List<?>) read.get(1))));
    }

    /** Documents. */
    public static AvroRows<Doc> docs() {
        Schema schema = SchemaBuilder.record("Doc")
                .fields()
                .requiredLong("id")
                .name("title")
                .type(text())
                .noDefault()
                .name("date")
                .type(text())
                .noDefault()
                .name("text")
                .type(text())
                .noDefault()
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> switch (index) {
                    case 0 -> row.id();
                    case 1 -> row.title();
                    case 2 -> row.date();
                    default -> row.text();
                },
                read -> new Doc((Long) read.get(0), (String) read.get(1), (String) read.get(2), (String) read.get(3)));
    }

    /** What is made of documents. */
    public static AvroRows<TextFeatures> features() {
        Schema schema = SchemaBuilder.record("TextFeatures")
                .fields()
                .requiredLong("id")
                .name("text")
                .type(text())
                .noDefault()
                .requiredInt("tokens")
                .requiredLong("crc")
                .requiredDouble("avg_len")
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> switch (index) {
                    case 0 -> row.id();
                    case 1 -> row.text();
                    case 2 -> row.tokens();
                    case 3 -> row.crc();
                    default -> row.averageLength();
                },
                read -> new TextFeatures(
                        (Long) read.get(0), (String) read.get(1), (Integer) read.get(2), (Long) read.get(3), (Double)
                                read.get(4)));
    }

    /** Text that is read as strings. Otherwise it would be read as bytes, and turned into strings later. */
    public static Schema text() {
        Schema text = Schema.create(Schema.Type.STRING);
        GenericData.setStringType(text, StringType.String);
        return text;
    }

    /** The values of a list, in an array. */
    public static float[] floats(List<?> boxed) {
        float[] values = new float[boxed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Float) boxed.get(i);
        }
        return values;
    }
}
