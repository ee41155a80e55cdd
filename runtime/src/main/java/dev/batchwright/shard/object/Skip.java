package dev.batchwright.shard.object;

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

/** Goes past a value of some type without decoding it. A schema has an end, and so has the nesting of its values. */
interface Skip {

    /** Goes past the value that is next. */
    void over(ObjectDecoder in);

    /** How to go past each column of a row. */
    static List<Skip> columnsOf(RecordType type) {
        return type.columns().stream().map(Skip::column).toList();
    }

    private static Skip column(Column column) {
        return held(column.type(), column.nullable());
    }

    private static Skip held(ColumnType type, boolean nullable) {
        return nullable ? optional(of(type)) : of(type);
    }

    private static Skip of(ColumnType type) {
        if (type instanceof ScalarType scalar) {
            return scalar(scalar);
        }
        if (type instanceof ArrayType array) {
            int elementBytes = bytes(array.element());
            return in -> in.skip((long) in.size(elementBytes) * elementBytes);
        }
        if (type instanceof EnumType) {
            return ObjectDecoder::number;
        }
        if (type instanceof OptionalType optional) {
            return optional(of(optional.value()));
        }
        if (type instanceof ListType list) {
            return list(held(list.element(), list.nullableElements()));
        }
        if (type instanceof MapType map) {
            return map(held(map.value(), map.nullableValues()));
        }
        return type instanceof UnionType union ? union(union) : structure((RecordType) type);
    }

    private static Skip scalar(ScalarType type) {
        return switch (type) {
            case BOOLEAN, BYTE, SHORT, CHAR, FLOAT, DOUBLE -> {
                int bytes = bytes(type);
                yield in -> in.skip(bytes);
            }
            case INT, LONG, DATE -> ObjectDecoder::number;
            case STRING -> in -> in.skip(in.textHead() >>> 1);
            case BYTES -> in -> in.skip(in.size(1));
            case DECIMAL ->
                in -> {
                    in.number();
                    in.skip(in.size(1));
                };
            case UUID -> in -> in.skip(2 * Long.BYTES);
            case INSTANT, DATE_TIME, DURATION ->
                in -> {
                    in.number();
                    in.number();
                };
        };
    }

    private static int bytes(ScalarType type) {
        return switch (type) {
            case BOOLEAN, BYTE -> 1;
            case SHORT, CHAR -> 2;
            case INT, FLOAT -> 4;
            default -> 8;
        };
    }

    private static Skip optional(Skip value) {
        return in -> {
            if (in.flag()) {
                value.over(in);
            }
        };
    }

    private static Skip list(Skip element) {
        return in -> {
            for (int left = in.size(1); left > 0; left--) {
                element.over(in);
            }
        };
    }

    private static Skip map(Skip value) {
        return in -> {
            for (int left = in.size(2); left > 0; left--) {
                in.skip(in.textHead() >>> 1);
                value.over(in);
            }
        };
    }

    private static Skip union(UnionType type) {
        List<Skip> variants = type.variants().stream().map(Skip::structure).toList();
        return in -> variants.get(in.index(variants.size(), "record of " + type.name()))
                .over(in);
    }

    private static Skip structure(RecordType type) {
        List<Skip> columns = columnsOf(type);
        if (columns.isEmpty()) {
            return in -> in.skip(1);
        }
        return in -> {
            for (Skip column : columns) {
                column.over(in);
            }
        };
    }
}
