package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.LazyColumn;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.util.List;

/**
 * The serializer of rows that are handed to a step as batches, whose columns are decoded when the step touches them: of these, too, it
 * is remembered when they could not be read.
 */
final class WatchedSerializer<T> extends ShardSerializer<T> {

    private final ShardSerializer<T> rows;
    private final ReadFailure failure;

    WatchedSerializer(ShardSerializer<T> rows, ReadFailure failure) {
        super(rows.rowType(), rows.schema());
        this.rows = rows;
        this.failure = failure;
    }

    @Override
    public LazyBatch<T> batch(ColumnSource columns) {
        return rows.batch(new WatchedColumns(columns, failure));
    }

    @Override
    public LazyBatch<T> batch(Batch<T> held) {
        return rows.batch(held);
    }

    @Override
    public long sizeOf(T row) {
        return rows.sizeOf(row);
    }

    @Override
    public void write(T row, ValueWriter out) {
        rows.write(row, out);
    }

    @Override
    public T read(ValueReader in) {
        return rows.read(in);
    }

    @Override
    public void writeColumn(int column, List<T> written, ValueWriter out) {
        rows.writeColumn(column, written, out);
    }

    private record WatchedColumns(ColumnSource columns, ReadFailure failure) implements ColumnSource {

        @Override
        public int rows() {
            return columns.rows();
        }

        @Override
        public ValueReader column(int index) {
            try {
                return columns.column(index);
            } catch (Throwable e) {
                throw failure.remembered(e);
            }
        }

        @Override
        public <V> V decode(int index, LazyColumn<V> column) {
            try {
                return columns.decode(index, column);
            } catch (Throwable e) {
                throw failure.remembered(e);
            }
        }

        @Override
        public long storedBytes() {
            return columns.storedBytes();
        }
    }
}
