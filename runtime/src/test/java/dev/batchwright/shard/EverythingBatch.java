package dev.batchwright.shard;

import dev.batchwright.Batch;
import org.jspecify.annotations.Nullable;

/** Lazy rows as a generated batch class has them: a column is decoded when it is first touched. */
public final class EverythingBatch extends LazyBatch<Everything> {

    private final @Nullable Object[][] columns =
            new @Nullable Object[EverythingSerializer.SCHEMA.columns().size()][];

    EverythingBatch(ColumnSource columns) {
        super(columns);
    }

    EverythingBatch(Batch<Everything> rows) {
        super(rows);
    }

    /** A value of rows that are encoded. */
    public @Nullable Object value(int column, int row) {
        @Nullable Object[] values = columns[column];
        if (values == null) {
            values = decode(column);
            columns[column] = values;
        }
        return values[row];
    }

    private @Nullable Object[] decode(int column) {
        ValueReader in = column(column);
        @Nullable Object[] values = new @Nullable Object[size()];
        for (int row = 0; row < values.length; row++) {
            in.nextRow();
            values[row] = EverythingColumnReader.read(column, in);
        }
        return values;
    }

    @Override
    protected Everything build(int row) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = value(column, row);
        }
        return EverythingColumnReader.build(values);
    }

    @Override
    protected ShardSerializer<Everything> serializer() {
        return EverythingSerializer.INSTANCE;
    }
}
