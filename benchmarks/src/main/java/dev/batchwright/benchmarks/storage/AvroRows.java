package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.benchmarks.rows.Passage;
import dev.batchwright.benchmarks.rows.Reading;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.generic.IndexedRecord;

/**
 * How Avro sees a row.
 *
 * @param schema the schema
 * @param component looks a component of a row up, so that the row need not be copied to be written
 * @param row makes the row of what was read
 */
record AvroRows<T>(Schema schema, Components<T> component, Function<IndexedRecord, T> row) {

    /** The components of a row, by number. */
    interface Components<T> {
        Object get(T row, int index);
    }

    static AvroRows<Reading> readings() {
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

    static AvroRows<Passage> passages() {
        Schema text = Schema.create(Schema.Type.STRING);
        GenericData.setStringType(text, StringType.String);
        Schema schema = SchemaBuilder.record("Passage")
                .fields()
                .requiredLong("id")
                .name("text")
                .type(text)
                .noDefault()
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> index == 0 ? (Object) row.id() : row.text(),
                read -> new Passage((Long) read.get(0), (String) read.get(1)));
    }

    static AvroRows<Embedding> embeddings() {
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

    static float[] floats(List<?> boxed) {
        float[] values = new float[boxed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Float) boxed.get(i);
        }
        return values;
    }
}
