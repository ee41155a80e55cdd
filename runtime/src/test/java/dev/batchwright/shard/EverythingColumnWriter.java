package dev.batchwright.shard;

import dev.batchwright.shard.Everything.Circle;
import dev.batchwright.shard.Everything.Nothing;
import dev.batchwright.shard.Everything.Point;
import dev.batchwright.shard.Everything.Polygon;
import dev.batchwright.shard.Everything.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes single columns of {@link Everything}. */
final class EverythingColumnWriter {

    private EverythingColumnWriter() {}

    static void write(int column, Everything row, ValueWriter out) {
        switch (column) {
            case 0 -> out.writeBoolean(row.flag());
            case 1 -> out.writeByte(row.tiny());
            case 2 -> out.writeShort(row.small());
            case 3 -> out.writeChar(row.letter());
            case 4 -> out.writeInt(row.number());
            case 5 -> out.writeLong(row.big());
            case 6 -> out.writeFloat(row.single());
            case 7 -> out.writeDouble(row.real());
            case 8 -> out.writeString(row.text());
            case 9 -> out.writeBytes(row.bytes());
            case 10 -> out.writeEnum(row.color());
            case 11 -> out.writeDecimal(row.decimal());
            case 12 -> out.writeUuid(row.id());
            case 13 -> out.writeInstant(row.instant());
            case 14 -> out.writeDate(row.date());
            case 15 -> out.writeDateTime(row.dateTime());
            case 16 -> out.writeDuration(row.duration());
            case 17 -> out.writeBooleans(row.booleans());
            case 18 -> out.writeShorts(row.shorts());
            case 19 -> out.writeChars(row.chars());
            case 20 -> out.writeInts(row.ints());
            case 21 -> out.writeLongs(row.longs());
            case 22 -> out.writeFloats(row.floats());
            case 23 -> out.writeDoubles(row.doubles());
            case 24 -> writeNullable(row.maybeNumber(), out, out::writeInt);
            case 25 -> writeNullable(row.maybeText(), out, out::writeString);
            case 26 -> writeNullable(row.maybeFloats(), out, out::writeFloats);
            case 27 -> writeNullable(row.optionalText().orElse(null), out, out::writeString);
            case 28 -> writeNullable(row.optionalPoint().orElse(null), out, value -> writePoint(value, out));
            case 29 -> writeList(row.texts(), out, out::writeString);
            case 30 -> writeList(row.holes(), out, value -> writeNullable(value, out, out::writeLong));
            case 31 -> writeList(row.matrix(), out, value -> writeList(value, out, out::writeInt));
            case 32 -> writeList(row.colors(), out, out::writeEnum);
            case 33 -> writeMap(row.weights(), out, out::writeDouble);
            case 34 ->
                writeMap(row.paths(), out, value -> writeNullable(value, out, points -> writePoints(points, out)));
            case 35 -> writePoint(row.point(), out);
            case 36 -> writeNullable(row.maybePoint(), out, value -> writePoint(value, out));
            case 37 -> writeShape(row.shape(), out);
            case 38 -> writeNullable(row.maybeShape(), out, value -> writeShape(value, out));
            case 39 -> writeList(row.shapes(), out, value -> writeShape(value, out));
            default -> throw new IllegalStateException("No column " + column);
        }
    }

    private static <V> void writeNullable(@Nullable V value, ValueWriter out, Consumer<V> write) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writePresent();
            write.accept(value);
        }
    }

    private static <V extends @Nullable Object> void writeList(
            Collection<V> values, ValueWriter out, Consumer<V> write) {
        out.beginList(values.size());
        values.forEach(write);
        out.endList();
    }

    private static <V extends @Nullable Object> void writeMap(
            Map<String, V> values, ValueWriter out, Consumer<V> write) {
        out.beginMap(values.size());
        values.forEach((key, value) -> {
            out.writeString(key);
            write.accept(value);
        });
        out.endMap();
    }

    private static void writePoints(List<Point> points, ValueWriter out) {
        writeList(points, out, point -> writePoint(point, out));
    }

    private static void writePoint(Point point, ValueWriter out) {
        out.beginRecord(EverythingSerializer.POINT);
        out.writeInt(point.x());
        writeNullable(point.y(), out, out::writeDouble);
        out.beginRecord(EverythingSerializer.LABEL);
        writeNullable(point.label().name(), out, out::writeString);
        writeList(point.label().codes(), out, out::writeLong);
        out.endRecord();
        out.endRecord();
    }

    private static void writeShape(Shape shape, ValueWriter out) {
        if (shape instanceof Nothing) {
            out.beginUnion(EverythingSerializer.SHAPE, 0);
            out.beginRecord(EverythingSerializer.NOTHING);
        } else if (shape instanceof Circle circle) {
            out.beginUnion(EverythingSerializer.SHAPE, 1);
            out.beginRecord(EverythingSerializer.CIRCLE);
            out.writeDouble(circle.radius());
            writeNullable(circle.drawn().orElse(null), out, out::writeInstant);
        } else if (shape instanceof Polygon polygon) {
            out.beginUnion(EverythingSerializer.SHAPE, 2);
            out.beginRecord(EverythingSerializer.POLYGON);
            writePoints(polygon.corners(), out);
            out.writeEnum(polygon.color());
        }
        out.endRecord();
        out.endUnion();
    }
}
