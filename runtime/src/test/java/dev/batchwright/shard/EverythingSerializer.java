package dev.batchwright.shard;

import dev.batchwright.Batch;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores {@link Everything} as a generated serializer would, though one value at a time and through boxes. */
public final class EverythingSerializer extends ShardSerializer<Everything> {

    static final EnumType COLOR = new EnumType("Color", List.of("RED", "GREEN", "BLAUGRÜN"));

    static final RecordType LABEL = RecordType.named("Label")
            .nullable("name", ScalarType.STRING)
            .column("codes", new ListType(ScalarType.LONG, false, false))
            .build();

    static final RecordType POINT = RecordType.named("Point")
            .column("x", ScalarType.INT)
            .nullable("y", ScalarType.DOUBLE)
            .column("label", LABEL)
            .build();

    static final RecordType NOTHING = RecordType.named("Nothing").build();

    static final RecordType CIRCLE = RecordType.named("Circle")
            .column("radius", ScalarType.DOUBLE)
            .column("drawn", new OptionalType(ScalarType.INSTANT))
            .build();

    static final RecordType POLYGON = RecordType.named("Polygon")
            .column("corners", new ListType(POINT, false, false))
            .column("color", COLOR)
            .build();

    static final UnionType SHAPE = new UnionType("Shape", List.of(NOTHING, CIRCLE, POLYGON));

    public static final RecordType SCHEMA = RecordType.named("Everything")
            .column("flag", ScalarType.BOOLEAN)
            .column("tiny", ScalarType.BYTE)
            .column("small", ScalarType.SHORT)
            .column("letter", ScalarType.CHAR)
            .column("number", ScalarType.INT)
            .column("big", ScalarType.LONG)
            .column("single", ScalarType.FLOAT)
            .column("real", ScalarType.DOUBLE)
            .column("text", ScalarType.STRING)
            .column("bytes", ScalarType.BYTES)
            .column("color", COLOR)
            .column("decimal", ScalarType.DECIMAL)
            .column("id", ScalarType.UUID)
            .column("instant", ScalarType.INSTANT)
            .column("date", ScalarType.DATE)
            .column("dateTime", ScalarType.DATE_TIME)
            .column("duration", ScalarType.DURATION)
            .column("booleans", new ArrayType(ScalarType.BOOLEAN))
            .column("shorts", new ArrayType(ScalarType.SHORT))
            .column("chars", new ArrayType(ScalarType.CHAR))
            .column("ints", new ArrayType(ScalarType.INT))
            .column("longs", new ArrayType(ScalarType.LONG))
            .column("floats", new ArrayType(ScalarType.FLOAT))
            .column("doubles", new ArrayType(ScalarType.DOUBLE))
            .nullable("maybeNumber", ScalarType.INT)
            .nullable("maybeText", ScalarType.STRING)
            .nullable("maybeFloats", new ArrayType(ScalarType.FLOAT))
            .column("optionalText", new OptionalType(ScalarType.STRING))
            .column("optionalPoint", new OptionalType(POINT))
            .column("texts", new ListType(ScalarType.STRING, false, false))
            .column("holes", new ListType(ScalarType.LONG, true, false))
            .column("matrix", new ListType(new ListType(ScalarType.INT, false, false), false, false))
            .column("colors", new ListType(COLOR, false, true))
            .column("weights", new MapType(ScalarType.DOUBLE, false))
            .column("paths", new MapType(new ListType(POINT, false, false), true))
            .column("point", POINT)
            .nullable("maybePoint", POINT)
            .column("shape", SHAPE)
            .nullable("maybeShape", SHAPE)
            .column("shapes", new ListType(SHAPE, false, false))
            .build();

    /** The one instance; it has no state. */
    public static final EverythingSerializer INSTANCE = new EverythingSerializer();

    private EverythingSerializer() {
        super(Everything.class, SCHEMA);
    }

    @Override
    public long sizeOf(Everything row) {
        return 1000;
    }

    @Override
    public void write(Everything row, ValueWriter out) {
        out.beginRecord(SCHEMA);
        for (int column = 0; column < SCHEMA.columns().size(); column++) {
            EverythingColumnWriter.write(column, row, out);
        }
        out.endRecord();
    }

    @Override
    public Everything read(ValueReader in) {
        @Nullable Object[] values = new @Nullable Object[SCHEMA.columns().size()];
        for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
            values[column] = EverythingColumnReader.read(column, in);
        }
        return EverythingColumnReader.build(values);
    }

    @Override
    public void writeColumn(int column, List<Everything> rows, ValueWriter out) {
        for (Everything row : rows) {
            out.nextRow();
            EverythingColumnWriter.write(column, row, out);
        }
    }

    @Override
    public EverythingBatch batch(ColumnSource columns) {
        return new EverythingBatch(columns);
    }

    @Override
    public EverythingBatch batch(Batch<Everything> rows) {
        return new EverythingBatch(rows);
    }
}
