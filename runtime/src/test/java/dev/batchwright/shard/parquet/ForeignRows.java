package dev.batchwright.shard.parquet;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.ValueReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the one column, {@code c}, of files that we did not write. */
final class ForeignRows {

    private ForeignRows() {}

    static List<@Nullable Object> read(byte[] file, ColumnType type, Function<ValueReader, Object> read) {
        ColumnsSerializer serializer = ColumnsSerializer.of(Field.nullable("c", type, (out, value) -> {}, read));
        List<@Nullable Object> values = new ArrayList<>();
        try (ParquetRows<List<@Nullable Object>> rows =
                ParquetRows.open(new BytesPartInput("foreign.parquet", file), serializer)) {
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                values.add(row.get(0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
