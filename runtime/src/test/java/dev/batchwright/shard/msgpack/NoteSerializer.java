package dev.batchwright.shard.msgpack;

import dev.batchwright.Batch;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.util.List;

/** Stores rows of two columns. */
public final class NoteSerializer extends ShardSerializer<NoteSerializer.Note> {

    /** A row. */
    @SuppressWarnings("ArrayRecordComponent")
    record Note(String text, byte[] bytes) {}

    private static final RecordType SCHEMA = RecordType.named("Note")
            .column("text", ScalarType.STRING)
            .column("bytes", ScalarType.BYTES)
            .build();

    public NoteSerializer() {
        super(Note.class, SCHEMA);
    }

    @Override
    public long sizeOf(Note row) {
        return row.bytes().length;
    }

    @Override
    public void write(Note row, ValueWriter out) {
        out.beginRecord(SCHEMA);
        out.writeString(row.text());
        out.writeBytes(row.bytes());
        out.endRecord();
    }

    @Override
    public Note read(ValueReader in) {
        String text = "";
        byte[] bytes = {};
        for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
            if (column == 0) {
                text = in.readString();
            } else {
                bytes = in.readBytes();
            }
        }
        return new Note(text, bytes);
    }

    @Override
    public void writeColumn(int column, List<Note> rows, ValueWriter out) {
        throw new UnsupportedOperationException("Not by columns");
    }

    @Override
    public LazyBatch<Note> batch(ColumnSource columns) {
        throw new UnsupportedOperationException("Not by batches");
    }

    @Override
    public LazyBatch<Note> batch(Batch<Note> rows) {
        throw new UnsupportedOperationException("Not by batches");
    }
}
