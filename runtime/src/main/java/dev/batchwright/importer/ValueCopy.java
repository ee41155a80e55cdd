package dev.batchwright.importer;

import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;

/** Hands values of any type from a reader to a writer: what generated code does for the types of one record. */
final class ValueCopy {

    private ValueCopy() {}

    static void copy(ColumnType type, boolean nullable, ValueReader in, ValueWriter out) {
        if (nullable && in.readNull()) {
            out.writeNull();
        } else if (type instanceof ScalarType scalar) {
            copyScalar(scalar, in, out);
        } else if (type instanceof RecordType record) {
            copyRecord(record, in, out);
        } else if (type instanceof ListType list) {
            out.beginList(in.beginList());
            while (in.nextElement()) {
                copy(list.element(), list.nullableElements(), in, out);
            }
            out.endList();
        } else if (type instanceof MapType map) {
            out.beginMap(in.beginMap());
            while (in.nextEntry()) {
                out.writeString(in.readString());
                copy(map.value(), map.nullableValues(), in, out);
            }
            out.endMap();
        } else {
            throw new IllegalStateException("No file has a column of " + type.describe());
        }
    }

    private static void copyRecord(RecordType record, ValueReader in, ValueWriter out) {
        out.beginRecord(record);
        for (int i = in.beginRecord(record); i >= 0; i = in.nextColumn()) {
            Column column = record.columns().get(i);
            copy(column.type(), column.nullable(), in, out);
        }
        out.endRecord();
    }

    private static void copyScalar(ScalarType type, ValueReader in, ValueWriter out) {
        switch (type) {
            case BOOLEAN -> out.writeBoolean(in.readBoolean());
            case BYTE -> out.writeByte(in.readByte());
            case SHORT -> out.writeShort(in.readShort());
            case CHAR -> out.writeChar(in.readChar());
            case INT -> out.writeInt(in.readInt());
            case LONG -> out.writeLong(in.readLong());
            case FLOAT -> out.writeFloat(in.readFloat());
            case DOUBLE -> out.writeDouble(in.readDouble());
            case STRING -> out.writeString(in.readString());
            case BYTES -> out.writeBytes(in.readBytes());
            case DECIMAL -> out.writeDecimal(in.readDecimal());
            case UUID -> out.writeUuid(in.readUuid());
            case INSTANT -> out.writeInstant(in.readInstant());
            case DATE -> out.writeDate(in.readDate());
            case DATE_TIME -> out.writeDateTime(in.readDateTime());
            case DURATION -> out.writeDuration(in.readDuration());
        }
    }
}
