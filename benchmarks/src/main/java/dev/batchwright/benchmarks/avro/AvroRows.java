package dev.batchwright.benchmarks.avro;

import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * How Avro sees a row.
 *
 * @param schema the schema
 * @param components looks a component of a row up, so that the row need not be copied to be written
 * @param row makes the row of what was read
 * @param <T> the rows
 */
public record AvroRows<T>(Schema schema, Components<T> components, Function<IndexedRecord, T> row) {

    /** The components of a row, by number. */
    @FunctionalInterface
    public interface Components<T> {

        /** A component as Avro stores it. */
        Object get(T row, int index);
    }
}
