package dev.batchwright.shard.parquet;

import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.ScalarType;

/**
 * A place for values: an optional is a nullable place for what it holds.
 *
 * @param type the type of its values, not an optional
 * @param nullable whether it may be empty
 */
record Slot(ColumnType type, boolean nullable) {

    static Slot of(Column column) {
        return of(column.type(), column.nullable());
    }

    static Slot of(ColumnType type, boolean nullable) {
        return type instanceof OptionalType optional ? new Slot(optional.value(), true) : new Slot(type, nullable);
    }

    boolean isTemporal() {
        return type == ScalarType.INSTANT
                || type == ScalarType.DATE
                || type == ScalarType.DATE_TIME
                || type == ScalarType.DURATION;
    }
}
