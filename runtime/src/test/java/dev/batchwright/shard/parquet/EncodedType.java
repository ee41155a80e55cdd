package dev.batchwright.shard.parquet;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.shard.ValueReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.format.SchemaElement;
import org.jspecify.annotations.Nullable;

/**
 * A type of column, and what its values are on either side.
 *
 * @param name the name of the case
 * @param element the column in the file
 * @param type the column of the row
 * @param value makes a value of the row out of a number
 * @param write encodes such a value
 * @param read reads one
 * @param encoders what encodes them
 */
record EncodedType(
        String name,
        SchemaElement element,
        ColumnType type,
        IntFunction<Object> value,
        BiConsumer<ValuesWriter, Object> write,
        Function<ValueReader, Object> read,
        List<ValueEncoder> encoders) {

    private static final long SEED = 20261124;

    @Override
    public String toString() {
        return name;
    }

    /** Some of its values, the same each time; one in five is null if nulls are wanted. */
    List<@Nullable Object> values(int count, boolean withNulls) {
        Random random = new Random(SEED);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i % 10 == 0 ? random.nextInt() : i / 3;
            values.add(withNulls && random.nextInt(5) == 0 ? null : value.apply(number));
        }
        return values;
    }

    /** The body of a page of values, without the nulls. */
    byte[] encode(ValueEncoder encoder, List<@Nullable Object> values) throws IOException {
        ValuesWriter out = encoder.writer().get();
        for (Object each : values) {
            if (each != null) {
                write.accept(out, each);
            }
        }
        return PageParts.bytes(out.getBytes());
    }

    List<@Nullable Object> read(ForeignFile file) {
        return ForeignRows.read(file.bytes(), type, read);
    }
}
