package dev.batchwright.shard.parquet;

import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.dateType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.enumType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.intType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.listType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.mapType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.stringType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.timestampType;
import static dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.uuidType;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shaded.parquet.schema.GroupType;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import dev.batchwright.shaded.parquet.schema.Type;
import dev.batchwright.shaded.parquet.schema.Type.Repetition;
import dev.batchwright.shaded.parquet.schema.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * How the schema of a row becomes the schema of a Parquet file.
 *
 * <table>
 *   <caption>Types</caption>
 *   <tr><th>in the row</th><th>in the file</th></tr>
 *   <tr><td>boolean, int, long, float, double</td><td>the same physical type</td></tr>
 *   <tr><td>byte, short</td><td>INT32 with INT(8, signed) or INT(16, signed)</td></tr>
 *   <tr><td>char</td><td>INT32 with INT(16, unsigned)</td></tr>
 *   <tr><td>text</td><td>BINARY with STRING</td></tr>
 *   <tr><td>bytes</td><td>BINARY</td></tr>
 *   <tr><td>enum</td><td>BINARY with ENUM: the name of the constant</td></tr>
 *   <tr><td>decimal</td><td>BINARY with STRING: its text, since a Parquet DECIMAL has one scale for all rows</td></tr>
 *   <tr><td>UUID</td><td>FIXED_LEN_BYTE_ARRAY(16) with UUID</td></tr>
 *   <tr><td>instant, date-time</td><td>INT64 with TIMESTAMP(MICROS, UTC) or (MICROS, local), and a rest</td></tr>
 *   <tr><td>date</td><td>INT32 with DATE, and a rest</td></tr>
 *   <tr><td>duration</td><td>INT64, microseconds, and a rest</td></tr>
 *   <tr><td>list, set, array</td><td>the standard LIST of three levels</td></tr>
 *   <tr><td>map</td><td>the standard MAP</td></tr>
 *   <tr><td>record</td><td>a group; one without components holds a boolean {@value #PRESENT}</td></tr>
 *   <tr><td>sealed interface</td><td>a group of {@value #KIND}, the name of the record, and an optional group for each record
 *       that has components</td></tr>
 *   <tr><td>nullable, optional</td><td>the same, optional</td></tr>
 * </table>
 *
 * <p>The rest of a temporal value is an INT32 beside it, named like the column with {@value #REST} appended (and an underscore more
 * while that name is taken). It holds what the first column cannot, as {@link WideTime} says, and is zero for all values that
 * other tools know how to read. In a list or a map, where nothing can stand beside a value, both stand in a group as
 * {@value #VALUE} and {@value #VALUE_REST}.
 */
final class ParquetSchema {

    static final String REST = "__rest";
    static final String VALUE = "value";
    static final String VALUE_REST = "rest";
    static final String PRESENT = "present";
    static final String KIND = "kind";

    private ParquetSchema() {}

    static MessageType of(RecordType row) {
        return new MessageType(row.name(), fields(row));
    }

    /** The name of the column beside a temporal column. */
    static String restName(RecordType record, Column column) {
        String name = column.name() + REST;
        while (hasColumn(record, name)) {
            name += "_";
        }
        return name;
    }

    /** The name of the column that tells the records of a sealed interface apart. */
    static String kindName(UnionType type) {
        String name = KIND;
        while (hasVariant(type, name)) {
            name += "_";
        }
        return name;
    }

    private static boolean hasColumn(RecordType record, String name) {
        return record.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    private static boolean hasVariant(UnionType type, String name) {
        return type.variants().stream().anyMatch(variant -> variant.name().equals(name));
    }

    private static List<Type> fields(RecordType record) {
        List<Type> fields = new ArrayList<>();
        for (Column column : record.columns()) {
            Slot slot = Slot.of(column);
            Repetition repetition = repetition(slot.nullable());
            if (slot.isTemporal()) {
                fields.add(temporal((ScalarType) slot.type(), repetition, column.name()));
                fields.add(rest(repetition, restName(record, column)));
            } else {
                fields.add(field(slot.type(), repetition, column.name()));
            }
        }
        if (fields.isEmpty()) {
            fields.add(new PrimitiveType(Repetition.REQUIRED, PrimitiveTypeName.BOOLEAN, PRESENT));
        }
        return fields;
    }

    private static Type element(Slot slot, String name) {
        Repetition repetition = repetition(slot.nullable());
        if (!slot.isTemporal()) {
            return field(slot.type(), repetition, name);
        }
        Type value = temporal((ScalarType) slot.type(), Repetition.REQUIRED, VALUE);
        return new GroupType(repetition, name, value, rest(Repetition.REQUIRED, VALUE_REST));
    }

    private static Type field(ColumnType type, Repetition repetition, String name) {
        if (type instanceof ScalarType scalar) {
            return scalar(scalar, repetition, name);
        }
        if (type instanceof EnumType) {
            return Types.primitive(PrimitiveTypeName.BINARY, repetition)
                    .as(enumType())
                    .named(name);
        }
        if (type instanceof ArrayType array) {
            return list(new Slot(array.element(), false), repetition, name);
        }
        if (type instanceof ListType list) {
            return list(Slot.of(list.element(), list.nullableElements()), repetition, name);
        }
        if (type instanceof MapType map) {
            return map(Slot.of(map.value(), map.nullableValues()), repetition, name);
        }
        if (type instanceof RecordType record) {
            return new GroupType(repetition, name, fields(record));
        }
        if (type instanceof UnionType union) {
            return new GroupType(repetition, name, variants(union));
        }
        throw new IllegalArgumentException("Column " + name + " is an optional of an optional, which cannot be stored");
    }

    private static Type list(Slot element, Repetition repetition, String name) {
        GroupType repeated = new GroupType(Repetition.REPEATED, "list", element(element, "element"));
        return Types.buildGroup(repetition).as(listType()).addField(repeated).named(name);
    }

    private static Type map(Slot value, Repetition repetition, String name) {
        Type key = scalar(ScalarType.STRING, Repetition.REQUIRED, "key");
        GroupType entry = new GroupType(Repetition.REPEATED, "key_value", key, element(value, "value"));
        return Types.buildGroup(repetition).as(mapType()).addField(entry).named(name);
    }

    private static List<Type> variants(UnionType union) {
        List<Type> fields = new ArrayList<>();
        fields.add(scalar(ScalarType.STRING, Repetition.REQUIRED, kindName(union)));
        for (RecordType variant : union.variants()) {
            if (!variant.columns().isEmpty()) {
                fields.add(new GroupType(Repetition.OPTIONAL, variant.name(), fields(variant)));
            }
        }
        return fields;
    }

    private static Type scalar(ScalarType type, Repetition repetition, String name) {
        return switch (type) {
            case BOOLEAN -> new PrimitiveType(repetition, PrimitiveTypeName.BOOLEAN, name);
            case BYTE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(intType(8, true))
                        .named(name);
            case SHORT ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(intType(16, true))
                        .named(name);
            case CHAR ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(intType(16, false))
                        .named(name);
            case INT -> new PrimitiveType(repetition, PrimitiveTypeName.INT32, name);
            case LONG -> new PrimitiveType(repetition, PrimitiveTypeName.INT64, name);
            case FLOAT -> new PrimitiveType(repetition, PrimitiveTypeName.FLOAT, name);
            case DOUBLE -> new PrimitiveType(repetition, PrimitiveTypeName.DOUBLE, name);
            case BYTES -> new PrimitiveType(repetition, PrimitiveTypeName.BINARY, name);
            case STRING, DECIMAL ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(stringType())
                        .named(name);
            case UUID ->
                Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(16)
                        .as(uuidType())
                        .named(name);
            case INSTANT, DATE, DATE_TIME, DURATION -> throw new IllegalStateException(type + " takes two columns");
        };
    }

    private static Type temporal(ScalarType type, Repetition repetition, String name) {
        return switch (type) {
            case INSTANT ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(name);
            case DATE_TIME ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(false, TimeUnit.MICROS))
                        .named(name);
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(dateType())
                        .named(name);
            case DURATION -> new PrimitiveType(repetition, PrimitiveTypeName.INT64, name);
            default -> throw new IllegalStateException(type + " is not temporal");
        };
    }

    private static Type rest(Repetition repetition, String name) {
        return new PrimitiveType(repetition, PrimitiveTypeName.INT32, name);
    }

    private static Repetition repetition(boolean nullable) {
        return nullable ? Repetition.OPTIONAL : Repetition.REQUIRED;
    }
}
