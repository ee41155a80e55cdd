package dev.batchwright.shard;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ColumnsSerializer.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any schema: a record is the list of its values, a value of a sealed interface a list of the index of its record and of that, an
 * array a list, and an empty optional null.
 */
public final class SchemaRows {

    private final RandomValues random;

    public SchemaRows(long seed) {
        this.random = new RandomValues(seed);
    }

    public static ColumnsSerializer serializer(RecordType schema) {
        return ColumnsSerializer.of(schema.columns().stream()
                .map(column -> new Field<>(
                        column,
                        (ValueWriter out, Object value) -> write(column.type(), column.nullable(), value, out),
                        in -> column.nullable() ? readNullable(column.type(), in) : read(column.type(), in)))
                .toArray(Field[]::new));
    }

    public List<List<@Nullable Object>> rows(RecordType schema, int count) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(record(schema));
        }
        return rows;
    }

    private List<@Nullable Object> record(RecordType type) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : type.columns()) {
            values.add(held(column.type(), column.nullable()));
        }
        return values;
    }

    private @Nullable Object held(ColumnType type, boolean nullable) {
        return nullable && random.below(3) == 0 ? null : value(type);
    }

    private @Nullable Object value(ColumnType type) {
        if (type instanceof ScalarType scalar) {
            return scalar(scalar);
        }
        if (type instanceof OptionalType optional) {
            return held(optional.value(), true);
        }
        if (type instanceof ArrayType array) {
            return some(array.element(), false);
        }
        if (type instanceof ListType list) {
            return some(list.element(), list.nullableElements());
        }
        if (type instanceof MapType map) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            some(map.value(), map.nullableValues()).forEach(value -> values.put("key " + values.size(), value));
            return values;
        }
        if (type instanceof UnionType union) {
            int variant = random.below(union.variants().size());
            return List.of(variant, record(union.variants().get(variant)));
        }
        return record((RecordType) type);
    }

    private List<@Nullable Object> some(ColumnType type, boolean nullable) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int left = random.size(); left > 0; left--) {
            values.add(held(type, nullable));
        }
        return values;
    }

    private Object scalar(ScalarType type) {
        return switch (type) {
            case BYTE -> (byte) random.number();
            case SHORT -> (short) random.number();
            case INT -> (int) random.number();
            case LONG -> random.number();
            case FLOAT -> (float) random.real();
            case DOUBLE -> random.real();
            default -> random.text();
        };
    }

    private static void write(ColumnType type, boolean nullable, @Nullable Object value, ValueWriter out) {
        if (value == null) {
            out.writeNull();
            return;
        }
        if (nullable || type instanceof OptionalType) {
            out.writePresent();
        }
        write(type instanceof OptionalType optional ? optional.value() : type, value, out);
    }

    @SuppressWarnings("unchecked")
    private static void write(ColumnType type, Object value, ValueWriter out) {
        if (type instanceof ScalarType scalar) {
            write(scalar, value, out);
        } else if (type instanceof ArrayType array) {
            writeArray(array.element(), (List<Number>) value, out);
        } else if (type instanceof ListType list) {
            List<@Nullable Object> values = (List<@Nullable Object>) value;
            out.beginList(values.size());
            values.forEach(element -> write(list.element(), list.nullableElements(), element, out));
            out.endList();
        } else if (type instanceof MapType map) {
            Map<String, @Nullable Object> values = (Map<String, @Nullable Object>) value;
            out.beginMap(values.size());
            values.forEach((key, held) -> {
                out.writeString(key);
                write(map.value(), map.nullableValues(), held, out);
            });
            out.endMap();
        } else if (type instanceof UnionType union) {
            List<Object> values = (List<Object>) value;
            int variant = (Integer) values.get(0);
            out.beginUnion(union, variant);
            write(union.variants().get(variant), values.get(1), out);
            out.endUnion();
        } else {
            writeRecord((RecordType) type, (List<@Nullable Object>) value, out);
        }
    }

    private static void writeRecord(RecordType type, List<@Nullable Object> values, ValueWriter out) {
        out.beginRecord(type);
        for (int i = 0; i < values.size(); i++) {
            Column column = type.columns().get(i);
            write(column.type(), column.nullable(), values.get(i), out);
        }
        out.endRecord();
    }

    private static void write(ScalarType type, Object value, ValueWriter out) {
        switch (type) {
            case BYTE -> out.writeByte((Byte) value);
            case SHORT -> out.writeShort((Short) value);
            case INT -> out.writeInt((Integer) value);
            case LONG -> out.writeLong((Long) value);
            case FLOAT -> out.writeFloat((Float) value);
            case DOUBLE -> out.writeDouble((Double) value);
            default -> out.writeString((String) value);
        }
    }

    private static void writeArray(ScalarType element, List<Number> values, ValueWriter out) {
        switch (element) {
            case SHORT -> {
                short[] shorts = new short[values.size()];
                Arrays.setAll(
                        new int[shorts.length], i -> shorts[i] = values.get(i).shortValue());
                out.writeShorts(shorts);
            }
            case INT -> out.writeInts(values.stream().mapToInt(Number::intValue).toArray());
            case LONG ->
                out.writeLongs(values.stream().mapToLong(Number::longValue).toArray());
            case FLOAT -> {
                float[] floats = new float[values.size()];
                Arrays.setAll(
                        new double[floats.length],
                        i -> floats[i] = values.get(i).floatValue());
                out.writeFloats(floats);
            }
            default ->
                out.writeDoubles(
                        values.stream().mapToDouble(Number::doubleValue).toArray());
        }
    }

    private static @Nullable Object readNullable(ColumnType type, ValueReader in) {
        return in.readNull() ? null : read(type, in);
    }

    private static @Nullable Object held(ColumnType type, boolean nullable, ValueReader in) {
        return nullable ? readNullable(type, in) : read(type, in);
    }

    private static @Nullable Object read(ColumnType type, ValueReader in) {
        if (type instanceof ScalarType scalar) {
            return read(scalar, in);
        }
        if (type instanceof OptionalType optional) {
            return readNullable(optional.value(), in);
        }
        if (type instanceof ArrayType array) {
            return readArray(array.element(), in);
        }
        if (type instanceof ListType list) {
            List<@Nullable Object> values = new ArrayList<>(in.beginList());
            while (in.nextElement()) {
                values.add(held(list.element(), list.nullableElements(), in));
            }
            return values;
        }
        if (type instanceof MapType map) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(in.beginMap());
            while (in.nextEntry()) {
                values.put(in.readString(), held(map.value(), map.nullableValues(), in));
            }
            return values;
        }
        if (type instanceof UnionType union) {
            int variant = in.beginUnion(union);
            Object record = readRecord(union.variants().get(variant), in);
            in.endUnion();
            return List.of(variant, record);
        }
        return readRecord((RecordType) type, in);
    }

    private static List<@Nullable Object> readRecord(RecordType type, ValueReader in) {
        @Nullable Object[] values = new @Nullable Object[type.columns().size()];
        for (int column = in.beginRecord(type); column >= 0; column = in.nextColumn()) {
            Column found = type.columns().get(column);
            values[column] = held(found.type(), found.nullable(), in);
        }
        return Arrays.asList(values);
    }

    private static Object read(ScalarType type, ValueReader in) {
        return switch (type) {
            case BYTE -> in.readByte();
            case SHORT -> in.readShort();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            default -> in.readString();
        };
    }

    private static List<Object> readArray(ScalarType element, ValueReader in) {
        List<Object> values = new ArrayList<>();
        switch (element) {
            case SHORT -> {
                for (short value : in.readShorts()) {
                    values.add(value);
                }
            }
            case INT -> Arrays.stream(in.readInts()).forEach(values::add);
            case LONG -> Arrays.stream(in.readLongs()).forEach(values::add);
            case FLOAT -> {
                for (float value : in.readFloats()) {
                    values.add(value);
                }
            }
            default -> Arrays.stream(in.readDoubles()).forEach(values::add);
        }
        return values;
    }
}
