package dev.batchwright.shard;

import dev.batchwright.shard.Everything.Circle;
import dev.batchwright.shard.Everything.Color;
import dev.batchwright.shard.Everything.Label;
import dev.batchwright.shard.Everything.Nothing;
import dev.batchwright.shard.Everything.Point;
import dev.batchwright.shard.Everything.Polygon;
import dev.batchwright.shard.Everything.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads single columns of {@link Everything}. */
final class EverythingColumnReader {

    private EverythingColumnReader() {}

    static @Nullable Object read(int column, ValueReader in) {
        return switch (column) {
            case 0 -> in.readBoolean();
            case 1 -> in.readByte();
            case 2 -> in.readShort();
            case 3 -> in.readChar();
            case 4 -> in.readInt();
            case 5 -> in.readLong();
            case 6 -> in.readFloat();
            case 7 -> in.readDouble();
            case 8 -> in.readString();
            case 9 -> in.readBytes();
            case 10 -> in.readEnum(Color.class);
            case 11 -> in.readDecimal();
            case 12 -> in.readUuid();
            case 13 -> in.readInstant();
            case 14 -> in.readDate();
            case 15 -> in.readDateTime();
            case 16 -> in.readDuration();
            case 17 -> in.readBooleans();
            case 18 -> in.readShorts();
            case 19 -> in.readChars();
            case 20 -> in.readInts();
            case 21 -> in.readLongs();
            case 22 -> in.readFloats();
            case 23 -> in.readDoubles();
            case 24 -> readNullable(in, in::readInt);
            case 25 -> readNullable(in, in::readString);
            case 26 -> readNullable(in, in::readFloats);
            case 27 -> Optional.ofNullable(readNullable(in, in::readString));
            case 28 -> Optional.ofNullable(readNullable(in, () -> readPoint(in)));
            case 29 -> readList(in, in::readString);
            case 30 -> EverythingColumnReader.<@Nullable Long>readList(in, () -> readNullable(in, in::readLong));
            case 31 -> readList(in, () -> readList(in, in::readInt));
            case 32 -> Collections.unmodifiableSet(new LinkedHashSet<>(readList(in, () -> in.readEnum(Color.class))));
            case 33 -> readMap(in, in::readDouble);
            case 34 ->
                EverythingColumnReader.<@Nullable List<Point>>readMap(in, () -> readNullable(in, () -> readPoints(in)));
            case 35 -> readPoint(in);
            case 36 -> readNullable(in, () -> readPoint(in));
            case 37 -> readShape(in);
            case 38 -> readNullable(in, () -> readShape(in));
            case 39 -> readList(in, () -> readShape(in));
            default -> throw new IllegalStateException("No column " + column);
        };
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    static Everything build(@Nullable Object[] values) {
        return new Everything(
                (Boolean) values[0],
                (Byte) values[1],
                (Short) values[2],
                (Character) values[3],
                (Integer) values[4],
                (Long) values[5],
                (Float) values[6],
                (Double) values[7],
                (String) values[8],
                (byte[]) values[9],
                (Color) values[10],
                (BigDecimal) values[11],
                (UUID) values[12],
                (Instant) values[13],
                (LocalDate) values[14],
                (LocalDateTime) values[15],
                (Duration) values[16],
                (boolean[]) values[17],
                (short[]) values[18],
                (char[]) values[19],
                (int[]) values[20],
                (long[]) values[21],
                (float[]) values[22],
                (double[]) values[23],
                (@Nullable Integer) values[24],
                (@Nullable String) values[25],
                (float @Nullable []) values[26],
                (Optional<String>) values[27],
                (Optional<Point>) values[28],
                (List<String>) values[29],
                (List<@Nullable Long>) values[30],
                (List<List<Integer>>) values[31],
                (Set<Color>) values[32],
                (Map<String, Double>) values[33],
                (Map<String, @Nullable List<Point>>) values[34],
                (Point) values[35],
                (@Nullable Point) values[36],
                (Shape) values[37],
                (@Nullable Shape) values[38],
                (List<Shape>) values[39]);
    }

    private static <V> @Nullable V readNullable(ValueReader in, Supplier<V> read) {
        return in.readNull() ? null : read.get();
    }

    private static <V extends @Nullable Object> List<V> readList(ValueReader in, Supplier<V> read) {
        List<V> values = new ArrayList<>(in.beginList());
        while (in.nextElement()) {
            values.add(read.get());
        }
        return Collections.unmodifiableList(values);
    }

    private static <V extends @Nullable Object> Map<String, V> readMap(ValueReader in, Supplier<V> read) {
        Map<String, V> values = new LinkedHashMap<>(in.beginMap());
        while (in.nextEntry()) {
            values.put(in.readString(), read.get());
        }
        return Collections.unmodifiableMap(values);
    }

    private static List<Point> readPoints(ValueReader in) {
        return readList(in, () -> readPoint(in));
    }

    private static Point readPoint(ValueReader in) {
        int x = 0;
        Double y = null;
        Label label = new Label("missing", List.of());
        for (int column = in.beginRecord(EverythingSerializer.POINT); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> x = in.readInt();
                case 1 -> y = readNullable(in, in::readDouble);
                case 2 -> label = readLabel(in);
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Point(x, y, label);
    }

    private static Label readLabel(ValueReader in) {
        String name = null;
        List<Long> codes = List.of();
        for (int column = in.beginRecord(EverythingSerializer.LABEL); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> name = readNullable(in, in::readString);
                case 1 -> codes = readList(in, in::readLong);
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Label(name, codes);
    }

    private static Shape readShape(ValueReader in) {
        Shape shape = switch (in.beginUnion(EverythingSerializer.SHAPE)) {
            case 0 -> readNothing(in);
            case 1 -> readCircle(in);
            case 2 -> readPolygon(in);
            default -> throw new IllegalStateException("No such variant");
        };
        in.endUnion();
        return shape;
    }

    private static Nothing readNothing(ValueReader in) {
        if (in.beginRecord(EverythingSerializer.NOTHING) >= 0) {
            throw new IllegalStateException("A column where there is none");
        }
        return new Nothing();
    }

    private static Circle readCircle(ValueReader in) {
        double radius = 0;
        Optional<Instant> drawn = Optional.empty();
        for (int column = in.beginRecord(EverythingSerializer.CIRCLE); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> radius = in.readDouble();
                case 1 -> drawn = Optional.ofNullable(readNullable(in, in::readInstant));
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Circle(radius, drawn);
    }

    private static Polygon readPolygon(ValueReader in) {
        List<Point> corners = List.of();
        Color color = Color.RED;
        for (int column = in.beginRecord(EverythingSerializer.POLYGON); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> corners = readPoints(in);
                case 1 -> color = in.readEnum(Color.class);
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Polygon(corners, color);
    }
}
