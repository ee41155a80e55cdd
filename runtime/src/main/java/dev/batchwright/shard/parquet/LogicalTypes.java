package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ConvertedType;
import dev.batchwright.shaded.parquet.format.DateType;
import dev.batchwright.shaded.parquet.format.EnumType;
import dev.batchwright.shaded.parquet.format.IntType;
import dev.batchwright.shaded.parquet.format.JsonType;
import dev.batchwright.shaded.parquet.format.ListType;
import dev.batchwright.shaded.parquet.format.LogicalType;
import dev.batchwright.shaded.parquet.format.MapType;
import dev.batchwright.shaded.parquet.format.MicroSeconds;
import dev.batchwright.shaded.parquet.format.MilliSeconds;
import dev.batchwright.shaded.parquet.format.NanoSeconds;
import dev.batchwright.shaded.parquet.format.SchemaElement;
import dev.batchwright.shaded.parquet.format.StringType;
import dev.batchwright.shaded.parquet.format.TimeUnit;
import dev.batchwright.shaded.parquet.format.TimestampType;
import dev.batchwright.shaded.parquet.format.UUIDType;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column mean, as a footer says it and as a schema does. A footer says it twice, with a logical type and with
 * the older converted type, of which the first is believed.
 */
final class LogicalTypes {

    private LogicalTypes() {}

    /** Writes what a column means into its place in the footer. */
    static void write(LogicalTypeAnnotation meaning, SchemaElement element) {
        ConvertedType converted = ConvertedTypes.of(meaning);
        if (converted != null) {
            element.setConverted_type(converted);
        }
        element.setLogicalType(logicalType(meaning));
    }

    /** Reads what a column means; nothing if its footer gives its values no meaning beyond their physical type. */
    static @Nullable LogicalTypeAnnotation read(SchemaElement element) {
        if (element.isSetLogicalType()) {
            return annotation(element.getLogicalType());
        }
        if (element.isSetConverted_type()) {
            return ConvertedTypes.meaning(element.getConverted_type());
        }
        return null;
    }

    private static LogicalType logicalType(LogicalTypeAnnotation meaning) {
        if (meaning instanceof StringLogicalTypeAnnotation) {
            return LogicalType.STRING(new StringType());
        }
        if (meaning instanceof EnumLogicalTypeAnnotation) {
            return LogicalType.ENUM(new EnumType());
        }
        if (meaning instanceof JsonLogicalTypeAnnotation) {
            return LogicalType.JSON(new JsonType());
        }
        if (meaning instanceof UUIDLogicalTypeAnnotation) {
            return LogicalType.UUID(new UUIDType());
        }
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return LogicalType.DATE(new DateType());
        }
        if (meaning instanceof ListLogicalTypeAnnotation) {
            return LogicalType.LIST(new ListType());
        }
        if (meaning instanceof MapLogicalTypeAnnotation) {
            return LogicalType.MAP(new MapType());
        }
        if (meaning instanceof IntLogicalTypeAnnotation number) {
            return LogicalType.INTEGER(new IntType((byte) number.getBitWidth(), number.isSigned()));
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
            return LogicalType.TIMESTAMP(new TimestampType(timestamp.isAdjustedToUTC(), unit(timestamp.getUnit())));
        }
        throw new IllegalArgumentException("No row has a column of " + meaning);
    }

    private static TimeUnit unit(LogicalTypeAnnotation.TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> TimeUnit.MILLIS(new MilliSeconds());
            case MICROS -> TimeUnit.MICROS(new MicroSeconds());
            case NANOS -> TimeUnit.NANOS(new NanoSeconds());
        };
    }

    private static LogicalTypeAnnotation annotation(LogicalType type) {
        if (!type.isSet()) {
            // A meaning that was invented after this version of parquet-java.
            return LogicalTypeAnnotation.unknownType();
        }
        return switch (type.getSetField()) {
            case STRING -> LogicalTypeAnnotation.stringType();
            case ENUM -> LogicalTypeAnnotation.enumType();
            case JSON -> LogicalTypeAnnotation.jsonType();
            case BSON -> LogicalTypeAnnotation.bsonType();
            case UUID -> LogicalTypeAnnotation.uuidType();
            case FLOAT16 -> LogicalTypeAnnotation.float16Type();
            case DATE -> LogicalTypeAnnotation.dateType();
            case TIME ->
                LogicalTypeAnnotation.timeType(
                        type.getTIME().isIsAdjustedToUTC(), unit(type.getTIME().getUnit()));
            case TIMESTAMP ->
                LogicalTypeAnnotation.timestampType(
                        type.getTIMESTAMP().isIsAdjustedToUTC(),
                        unit(type.getTIMESTAMP().getUnit()));
            case INTEGER ->
                LogicalTypeAnnotation.intType(
                        type.getINTEGER().getBitWidth(), type.getINTEGER().isIsSigned());
            case LIST -> LogicalTypeAnnotation.listType();
            case MAP -> LogicalTypeAnnotation.mapType();
            // Taken out before, or nothing that a row can have.
            case DECIMAL, UNKNOWN, VARIANT, GEOMETRY, GEOGRAPHY -> LogicalTypeAnnotation.unknownType();
        };
    }

    private static LogicalTypeAnnotation.TimeUnit unit(TimeUnit unit) {
        return switch (unit.getSetField()) {
            case MILLIS -> LogicalTypeAnnotation.TimeUnit.MILLIS;
            case MICROS -> LogicalTypeAnnotation.TimeUnit.MICROS;
            case NANOS -> LogicalTypeAnnotation.TimeUnit.NANOS;
        };
    }
}
