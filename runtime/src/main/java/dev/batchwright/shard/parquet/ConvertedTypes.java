package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ConvertedType;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.jspecify.annotations.Nullable;

/** What the values of a column mean, as footers said it before there were logical types. Older tools read and write only this. */
final class ConvertedTypes {

    private ConvertedTypes() {}

    /** The converted type of a column of a row; null if its meaning is younger than converted types. */
    static @Nullable ConvertedType of(LogicalTypeAnnotation meaning) {
        if (meaning instanceof StringLogicalTypeAnnotation) {
            return ConvertedType.UTF8;
        }
        if (meaning instanceof EnumLogicalTypeAnnotation) {
            return ConvertedType.ENUM;
        }
        if (meaning instanceof JsonLogicalTypeAnnotation) {
            return ConvertedType.JSON;
        }
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return ConvertedType.DATE;
        }
        if (meaning instanceof ListLogicalTypeAnnotation) {
            return ConvertedType.LIST;
        }
        if (meaning instanceof MapLogicalTypeAnnotation) {
            return ConvertedType.MAP;
        }
        if (meaning instanceof IntLogicalTypeAnnotation number) {
            return ConvertedType.valueOf((number.isSigned() ? "INT_" : "UINT_") + number.getBitWidth());
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
            return switch (timestamp.getUnit()) {
                case MILLIS -> ConvertedType.TIMESTAMP_MILLIS;
                case MICROS -> ConvertedType.TIMESTAMP_MICROS;
                case NANOS -> null;
            };
        }
        return null;
    }

    /** What a converted type says of the values of its column. */
    static LogicalTypeAnnotation meaning(ConvertedType type) {
        return switch (type) {
            case UTF8 -> LogicalTypeAnnotation.stringType();
            case ENUM -> LogicalTypeAnnotation.enumType();
            case JSON -> LogicalTypeAnnotation.jsonType();
            case BSON -> LogicalTypeAnnotation.bsonType();
            case DATE -> LogicalTypeAnnotation.dateType();
            case TIME_MILLIS -> LogicalTypeAnnotation.timeType(true, TimeUnit.MILLIS);
            case TIME_MICROS -> LogicalTypeAnnotation.timeType(true, TimeUnit.MICROS);
            case TIMESTAMP_MILLIS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS);
            case TIMESTAMP_MICROS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
            case INT_8 -> LogicalTypeAnnotation.intType(8, true);
            case INT_16 -> LogicalTypeAnnotation.intType(16, true);
            case INT_32 -> LogicalTypeAnnotation.intType(32, true);
            case INT_64 -> LogicalTypeAnnotation.intType(64, true);
            case UINT_8 -> LogicalTypeAnnotation.intType(8, false);
            case UINT_16 -> LogicalTypeAnnotation.intType(16, false);
            case UINT_32 -> LogicalTypeAnnotation.intType(32, false);
            case UINT_64 -> LogicalTypeAnnotation.intType(64, false);
            case LIST -> LogicalTypeAnnotation.listType();
            // Old writers took the second for the first, and no reader needs to tell them apart.
            case MAP, MAP_KEY_VALUE -> LogicalTypeAnnotation.mapType();
            // Taken out before, or nothing that a row can have.
            case DECIMAL, INTERVAL -> LogicalTypeAnnotation.unknownType();
        };
    }
}
