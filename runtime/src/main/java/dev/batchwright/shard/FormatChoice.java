package dev.batchwright.shard;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import java.util.List;

/**
 * The format and the compression of a step that names none.
 *
 * <p>The rule looks at the row's own columns, an optional counting as what it holds:
 *
 * <ol>
 *   <li>A row with a {@code float[]} or a {@code double[]} goes to Parquet: vectors outweigh whatever stands beside them.
 *   <li>Else a row of which more than half of the columns are numbers, booleans, enums, times, UUIDs, decimals or arrays of
 *       primitives, and none is a list, a map, a record or a sealed interface, goes to Parquet.
 *   <li>All others go to MessagePack: text gains nothing from columns, and nested values are slow to take apart.
 * </ol>
 *
 * @param format the name of the format
 * @param compression the compression
 * @param reason what decided, such as {@code 5 of 6 columns are numbers, times or enums}
 */
public record FormatChoice(String format, CompressionSetting compression, String reason) {

    private static final String PARQUET = "parquet";
    private static final String MESSAGE_PACK = "msgpack";

    /**
     * Chooses by the schema alone.
     *
     * @param schema the schema of the rows
     * @return the choice, the same for equal schemas
     */
    public static FormatChoice of(RecordType schema) {
        List<Column> columns = schema.columns();
        for (Column column : columns) {
            if (isVector(held(column))) {
                return new FormatChoice(
                        PARQUET, CompressionSetting.ZSTD, "column " + column.name() + " is a vector of numbers");
            }
        }
        for (Column column : columns) {
            if (isNested(held(column))) {
                return new FormatChoice(
                        MESSAGE_PACK, CompressionSetting.ZSTD, "column " + column.name() + " is nested");
            }
        }
        long columnar =
                columns.stream().filter(column -> isColumnar(held(column))).count();
        return new FormatChoice(
                2 * columnar > columns.size() ? PARQUET : MESSAGE_PACK,
                CompressionSetting.ZSTD,
                columnar + " of " + columns.size() + " columns are numbers, times or enums");
    }

    /** The choice and its reason on one line, such as {@code parquet: 5 of 6 columns are numbers, times or enums}. */
    @Override
    public String toString() {
        return format + ": " + reason;
    }

    private static ColumnType held(Column column) {
        return column.type() instanceof OptionalType optional ? optional.value() : column.type();
    }

    private static boolean isVector(ColumnType type) {
        return type instanceof ArrayType array
                && (array.element() == ScalarType.FLOAT || array.element() == ScalarType.DOUBLE);
    }

    private static boolean isNested(ColumnType type) {
        return type instanceof ListType
                || type instanceof MapType
                || type instanceof RecordType
                || type instanceof UnionType;
    }

    private static boolean isColumnar(ColumnType type) {
        return type instanceof EnumType
                || type instanceof ArrayType
                || (type instanceof ScalarType && type != ScalarType.STRING && type != ScalarType.BYTES);
    }
}
