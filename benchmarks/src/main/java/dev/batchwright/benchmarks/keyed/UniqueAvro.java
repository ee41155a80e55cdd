package dev.batchwright.benchmarks.keyed;

import dev.batchwright.benchmarks.avro.AvroRowTypes;
import dev.batchwright.benchmarks.avro.AvroRows;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** How parquet-avro stores documents without their repetitions. */
final class UniqueAvro {

    private UniqueAvro() {}

    static AvroRows<Unique> rows() {
        Schema schema = SchemaBuilder.record("Unique")
                .fields()
                .requiredLong("id")
                .requiredLong("crc")
                .name("text")
                .type(AvroRowTypes.text())
                .noDefault()
                .endRecord();
        return new AvroRows<>(
                schema,
                (row, index) -> switch (index) {
                    case 0 -> row.id();
                    case 1 -> row.crc();
                    default -> row.text();
                },
                read -> new Unique((Long) read.get(0), (Long) read.get(1), (String) read.get(2)));
    }
}
