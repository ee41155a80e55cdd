package dev.batchwright.shard;

import dev.batchwright.Batch;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores rows that are lists of values, for tests that need columns of their own. */
public final class ColumnsSerializer extends ShardSerializer<List<@Nullable Object>> {

    private final List<Field<?>> fields;

    @SuppressWarnings("unchecked")
    private ColumnsSerializer(List<Field<?>> fields) {
        super(
                (Class<List<@Nullable Object>>) (Class<?>) List.class,
                new RecordType("Row", fields.stream().map(Field::column).toList()));
        this.fields = fields;
    }

    /** One column, with how its values are written and read. */
    public record Field<V>(
            Column column, BiConsumer<ValueWriter, V> write, Function<ValueReader, @Nullable Object> read) {

        public static <V> Field<V> of(
                String name, ColumnType type, BiConsumer<ValueWriter, V> write, Function<ValueReader, Object> read) {
            return new Field<>(new Column(name, type, false), write, read);
        }

        public static <V> Field<V> nullable(
                String name, ColumnType type, BiConsumer<ValueWriter, V> write, Function<ValueReader, Object> read) {
            BiConsumer<ValueWriter, V> writePresent = (out, value) -> {
                out.writePresent();
                write.accept(out, value);
            };
            return new Field<>(new Column(name, type, true), writePresent, in -> in.readNull() ? null : read.apply(in));
        }

        @SuppressWarnings("unchecked")
        private void write(@Nullable Object value, ValueWriter out) {
            if (value == null) {
                out.writeNull();
            } else {
                write.accept(out, (V) value);
            }
        }
    }

    public static ColumnsSerializer of(Field<?>... fields) {
        return new ColumnsSerializer(List.of(fields));
    }

    @Override
    public long sizeOf(List<@Nullable Object> row) {
        return 16L * row.size();
    }

    @Override
    public void write(List<@Nullable Object> row, ValueWriter out) {
        out.beginRecord(schema());
        for (int column = 0; column < fields.size(); column++) {
            fields.get(column).write(row.get(column), out);
        }
        out.endRecord();
    }

    @Override
    public List<@Nullable Object> read(ValueReader in) {
        @Nullable Object[] row = new @Nullable Object[fields.size()];
        for (int column = in.beginRecord(schema()); column >= 0; column = in.nextColumn()) {
            row[column] = fields.get(column).read().apply(in);
        }
        return Arrays.asList(row);
    }

    @Override
    public void writeColumn(int column, List<List<@Nullable Object>> rows, ValueWriter out) {
        for (List<@Nullable Object> row : rows) {
            out.nextRow();
            fields.get(column).write(row.get(column), out);
        }
    }

    @Override
    public LazyBatch<List<@Nullable Object>> batch(ColumnSource columns) {
        return new Rows(columns);
    }

    @Override
    public LazyBatch<List<@Nullable Object>> batch(Batch<List<@Nullable Object>> rows) {
        throw new UnsupportedOperationException();
    }

    private final class Rows extends LazyBatch<List<@Nullable Object>> {

        private final @Nullable Object[][] values;

        private Rows(ColumnSource columns) {
            super(columns);
            values = new @Nullable Object[fields.size()][];
        }

        @Override
        protected List<@Nullable Object> build(int row) {
            List<@Nullable Object> built = new ArrayList<>();
            for (int column = 0; column < values.length; column++) {
                built.add(values(column)[row]);
            }
            return Collections.unmodifiableList(built);
        }

        private @Nullable Object[] values(int column) {
            @Nullable Object[] decoded = values[column];
            if (decoded == null) {
                ValueReader in = column(column);
                decoded = new @Nullable Object[size()];
                for (int row = 0; row < decoded.length; row++) {
                    in.nextRow();
                    decoded[row] = fields.get(column).read().apply(in);
                }
                values[column] = decoded;
            }
            return decoded;
        }

        @Override
        protected ShardSerializer<List<@Nullable Object>> serializer() {
            return ColumnsSerializer.this;
        }

        @Override
        public String toString() {
            return Arrays.deepToString(values);
        }
    }
}
