package dev.batchwright.shard.parquet;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Which columns of a file can be read as which type of a row: those whose every value fits. */
final class ScalarLeaf {

    private ScalarLeaf() {}

    /**
     * Makes a reader.
     *
     * @param wanted the type in the row
     * @param found the type in the file
     * @return the reader, or null if the file's values may not fit the row's
     */
    static @Nullable LeafReader reader(
            ColumnType wanted, PrimitiveType found, RowCursor rows, ChunkPages pages, int definition) {
        if (wanted instanceof EnumType) {
            return isText(found) ? new BinaryReader(rows, pages, definition) : null;
        }
        if (!(wanted instanceof ScalarType scalar) || !fits(scalar, found)) {
            return null;
        }
        return switch (scalar) {
            case BOOLEAN -> new BooleanReader(rows, pages, definition);
            case BYTE, SHORT, CHAR, INT -> new IntegerReader(rows, pages, definition);
            case LONG, DATE, DURATION -> new IntegerReader(rows, pages, definition);
            case INSTANT, DATE_TIME ->
                isInt96(found) ? new Int96Reader(rows, pages, definition) : new IntegerReader(rows, pages, definition);
            case FLOAT -> new FloatReader(rows, pages, definition);
            case DOUBLE ->
                found.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE
                        ? new DoubleReader(rows, pages, definition)
                        : new FloatReader(rows, pages, definition);
            case STRING, BYTES, UUID -> new BinaryReader(rows, pages, definition);
            case DECIMAL ->
                isText(found) ? new BinaryReader(rows, pages, definition) : new IntegerReader(rows, pages, definition);
        };
    }

    /**
     * Makes a reader of a column of decimals.
     *
     * @param wanted the type in the row
     * @param found the type in the file
     * @param scale the scale of all values
     * @return the reader, or null if the row wants something else
     */
    static @Nullable LeafReader decimal(
            ColumnType wanted, PrimitiveType found, int scale, RowCursor rows, ChunkPages pages, int definition) {
        if (wanted != ScalarType.DECIMAL) {
            return null;
        }
        return isBinary(found)
                ? new BinaryReader(rows, pages, definition, OptionalInt.of(scale))
                : new IntegerReader(rows, pages, definition, scale);
    }

    /** The unit of a column of times; microseconds where the file says nothing. */
    static long unitsPerSecond(PrimitiveType type) {
        TimeUnit unit = TimeUnit.MICROS;
        if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp) {
            unit = timestamp.getUnit();
        } else if (type.getLogicalTypeAnnotation() instanceof TimeLogicalTypeAnnotation time) {
            unit = time.getUnit();
        }
        return switch (unit) {
            case MILLIS -> 1000;
            case MICROS -> 1_000_000;
            case NANOS -> 1_000_000_000;
        };
    }

    /** Whether every value of a column can be read as a type. */
    static boolean fits(ScalarType wanted, PrimitiveType found) {
        LogicalTypeAnnotation logical = found.getLogicalTypeAnnotation();
        PrimitiveTypeName physical = found.getPrimitiveTypeName();
        return switch (wanted) {
            case BOOLEAN -> physical == PrimitiveTypeName.BOOLEAN;
            case BYTE -> isInteger(found, 8, 0);
            case SHORT -> isInteger(found, 16, 8);
            case CHAR -> isInteger(found, 0, 16);
            case INT -> isInteger(found, 32, 16);
            case LONG -> isInteger(found, 64, 32);
            case FLOAT -> physical == PrimitiveTypeName.FLOAT || isHalf(found);
            case DOUBLE -> physical == PrimitiveTypeName.DOUBLE || fits(ScalarType.FLOAT, found);
            case STRING -> isText(found);
            case BYTES -> isBinary(found) && logical == null;
            case DECIMAL -> (isText(found) && logical != null) || isInteger(found, 64, 64);
            case UUID ->
                found.getTypeLength() == 16 && (logical == null || logical instanceof UUIDLogicalTypeAnnotation);
            // INT96 does not say whether it means UTC or a clock on the wall.
            case INSTANT -> isTimestamp(logical, true) || isInt96(found);
            case DATE_TIME -> isTimestamp(logical, false) || isInt96(found);
            case DATE -> logical instanceof DateLogicalTypeAnnotation;
            case DURATION ->
                (physical == PrimitiveTypeName.INT64 && logical == null)
                        || logical instanceof TimeLogicalTypeAnnotation;
        };
    }

    /** Whether values are signed with up to so many bits, or unsigned with up to so many. */
    private static boolean isInteger(PrimitiveType found, int signedBits, int unsignedBits) {
        int physicalBits = switch (found.getPrimitiveTypeName()) {
            case INT32 -> 32;
            case INT64 -> 64;
            default -> Integer.MAX_VALUE;
        };
        LogicalTypeAnnotation logical = found.getLogicalTypeAnnotation();
        if (logical == null || physicalBits > 64) {
            return physicalBits <= signedBits;
        }
        return logical instanceof IntLogicalTypeAnnotation number
                && number.getBitWidth() <= (number.isSigned() ? signedBits : unsignedBits);
    }

    private static boolean isBinary(PrimitiveType found) {
        return found.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                || found.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
    }

    private static boolean isInt96(PrimitiveType found) {
        return found.getPrimitiveTypeName() == PrimitiveTypeName.INT96;
    }

    private static boolean isHalf(PrimitiveType found) {
        return found.getLogicalTypeAnnotation() instanceof Float16LogicalTypeAnnotation;
    }

    /** Older writers leave the annotation out. */
    private static boolean isText(PrimitiveType found) {
        LogicalTypeAnnotation logical = found.getLogicalTypeAnnotation();
        return found.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (logical == null
                        || logical instanceof StringLogicalTypeAnnotation
                        || logical instanceof EnumLogicalTypeAnnotation
                        || logical instanceof JsonLogicalTypeAnnotation);
    }

    private static boolean isTimestamp(@Nullable LogicalTypeAnnotation logical, boolean utc) {
        return logical instanceof TimestampLogicalTypeAnnotation timestamp && timestamp.isAdjustedToUTC() == utc;
    }
}
