package dev.batchwright.io;

import dev.batchwright.io.Everything.Circle;
import dev.batchwright.io.Everything.Named;
import dev.batchwright.io.Everything.Shape;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("NullAway") // As in generated code, the reader announces every column that must not be null.
final class EverythingSerializer extends RowSerializer<Everything> {

    private static final RecordType CIRCLE =
            RecordType.named("Circle").column("radius", ScalarType.DOUBLE).build();
    private static final RecordType NAMED = RecordType.named("Named")
            .column("name", ScalarType.STRING)
            .nullable("inner", CIRCLE)
            .build();
    private static final UnionType SHAPE = new UnionType("Shape", List.of(CIRCLE, NAMED));
    private static final RecordType SCHEMA = RecordType.named("Everything")
            .column("scalars", ScalarsSerializer.SCHEMA)
            .column("booleans", new ArrayType(ScalarType.BOOLEAN))
            .column("shorts", new ArrayType(ScalarType.SHORT))
            .column("chars", new ArrayType(ScalarType.CHAR))
            .column("ints", new ArrayType(ScalarType.INT))
            .column("longs", new ArrayType(ScalarType.LONG))
            .column("floats", new ArrayType(ScalarType.FLOAT))
            .column("doubles", new ArrayType(ScalarType.DOUBLE))
            .column("tags", new ListType(ScalarType.STRING, true, false))
            .column("numbers", new ListType(ScalarType.INT, false, true))
            .column("scores", new MapType(new ListType(ScalarType.DOUBLE, false, false), false))
            .column("shape", new OptionalType(SHAPE))
            .column("shapes", new ListType(SHAPE, false, false))
            .build();

    private final ScalarsSerializer scalars = new ScalarsSerializer();

    EverythingSerializer() {
        super(Everything.class, SCHEMA);
    }

    @Override
    public void write(Everything row, ValueWriter out) {
        out.beginRecord(SCHEMA);
        scalars.write(row.scalars(), out);
        out.writeBooleans(row.booleans());
        out.writeShorts(row.shorts());
        out.writeChars(row.chars());
        out.writeInts(row.ints());
        out.writeLongs(row.longs());
        out.writeFloats(row.floats());
        out.writeDoubles(row.doubles());
        out.beginList(row.tags().size());
        for (String tag : row.tags()) {
            writeNullable(tag, out);
        }
        out.endList();
        out.beginList(row.numbers().size());
        row.numbers().forEach(out::writeInt);
        out.endList();
        out.beginMap(row.scores().size());
        row.scores().forEach((key, values) -> {
            out.writeString(key);
            out.beginList(values.size());
            values.forEach(out::writeDouble);
            out.endList();
        });
        out.endMap();
        row.shape().ifPresentOrElse(shape -> writeShape(shape, out), out::writeNull);
        out.beginList(row.shapes().size());
        row.shapes().forEach(shape -> writeShape(shape, out));
        out.endList();
        out.endRecord();
    }

    @Override
    public Everything read(ValueReader in) {
        Scalars values = null;
        boolean[] booleans = null;
        short[] shorts = null;
        char[] chars = null;
        int[] ints = null;
        long[] longs = null;
        float[] floats = null;
        double[] doubles = null;
        List<@Nullable String> tags = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        Optional<Shape> shape = Optional.empty();
        List<Shape> shapes = new ArrayList<>();
        for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> values = scalars.read(in);
                case 1 -> booleans = in.readBooleans();
                case 2 -> shorts = in.readShorts();
                case 3 -> chars = in.readChars();
                case 4 -> ints = in.readInts();
                case 5 -> longs = in.readLongs();
                case 6 -> floats = in.readFloats();
                case 7 -> doubles = in.readDoubles();
                case 8 -> {
                    for (in.beginList(); in.nextElement(); ) {
                        tags.add(in.readNull() ? null : in.readString());
                    }
                }
                case 9 -> {
                    for (in.beginList(); in.nextElement(); ) {
                        numbers.add(in.readInt());
                    }
                }
                case 10 -> {
                    for (in.beginMap(); in.nextEntry(); ) {
                        scores.put(in.readString(), readDoubles(in));
                    }
                }
                case 11 -> shape = in.readNull() ? Optional.empty() : Optional.of(readShape(in));
                case 12 -> {
                    for (in.beginList(); in.nextElement(); ) {
                        shapes.add(readShape(in));
                    }
                }
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Everything(
                values, booleans, shorts, chars, ints, longs, floats, doubles, tags, numbers, scores, shape, shapes);
    }

    private static void writeNullable(@Nullable String value, ValueWriter out) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
    }

    private static List<Double> readDoubles(ValueReader in) {
        List<Double> values = new ArrayList<>(in.beginList());
        while (in.nextElement()) {
            values.add(in.readDouble());
        }
        return values;
    }

    private static void writeShape(Shape shape, ValueWriter out) {
        if (shape instanceof Circle circle) {
            out.beginUnion(SHAPE, 0);
            writeCircle(circle, out);
        } else if (shape instanceof Named named) {
            out.beginUnion(SHAPE, 1);
            out.beginRecord(NAMED);
            out.writeString(named.name());
            if (named.inner() == null) {
                out.writeNull();
            } else {
                writeCircle(named.inner(), out);
            }
            out.endRecord();
        }
        out.endUnion();
    }

    private static void writeCircle(Circle circle, ValueWriter out) {
        out.beginRecord(CIRCLE);
        out.writeDouble(circle.radius());
        out.endRecord();
    }

    private static Shape readShape(ValueReader in) {
        Shape shape = in.beginUnion(SHAPE) == 0 ? readCircle(in) : readNamed(in);
        in.endUnion();
        return shape;
    }

    private static Circle readCircle(ValueReader in) {
        double radius = 0;
        for (int column = in.beginRecord(CIRCLE); column >= 0; column = in.nextColumn()) {
            radius = in.readDouble();
        }
        return new Circle(radius);
    }

    private static Named readNamed(ValueReader in) {
        String name = null;
        Circle inner = null;
        for (int column = in.beginRecord(NAMED); column >= 0; column = in.nextColumn()) {
            if (column == 0) {
                name = in.readString();
            } else {
                inner = in.readNull() ? null : readCircle(in);
            }
        }
        return new Named(name, inner);
    }
}
