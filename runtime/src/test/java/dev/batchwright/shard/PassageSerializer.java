package dev.batchwright.shard;

import dev.batchwright.Batch;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import java.util.List;

/** What the processor generates for {@link Passage}. */
public final class PassageSerializer extends ShardSerializer<Passage> {

    private static final RecordType SCHEMA = RecordType.named("Passage")
            .column("id", ScalarType.LONG)
            .column("title", ScalarType.STRING)
            .column("text", ScalarType.STRING)
            .column("vector", new ArrayType(ScalarType.FLOAT))
            .build();

    public static final PassageSerializer INSTANCE = new PassageSerializer();

    private PassageSerializer() {
        super(Passage.class, SCHEMA);
    }

    @Override
    public long sizeOf(Passage row) {
        return 128 + 2L * (row.title().length() + row.text().length()) + 4L * row.vector().length;
    }

    @Override
    public void write(Passage row, ValueWriter out) {
        out.beginRecord(SCHEMA);
        out.writeLong(row.id());
        out.writeString(row.title());
        out.writeString(row.text());
        out.writeFloats(row.vector());
        out.endRecord();
    }

    @Override
    public Passage read(ValueReader in) {
        long id = 0;
        String title = "";
        String text = "";
        float[] vector = {};
        for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> id = in.readLong();
                case 1 -> title = in.readString();
                case 2 -> text = in.readString();
                case 3 -> vector = in.readFloats();
                default -> throw unknownColumn(column);
            }
        }
        return new Passage(id, title, text, vector);
    }

    @Override
    public void writeColumn(int column, List<Passage> rows, ValueWriter out) {
        for (Passage row : rows) {
            out.nextRow();
            switch (column) {
                case 0 -> out.writeLong(row.id());
                case 1 -> out.writeString(row.title());
                case 2 -> out.writeString(row.text());
                case 3 -> out.writeFloats(row.vector());
                default -> throw unknownColumn(column);
            }
        }
    }

    @Override
    public LazyBatch<Passage> batch(ColumnSource columns) {
        return new PassageBatch(columns);
    }

    @Override
    public LazyBatch<Passage> batch(Batch<Passage> rows) {
        return PassageBatch.of(rows);
    }
}
