package dev.batchwright.io;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;

@SuppressWarnings("NullAway") // As in generated code, the reader announces every column that must not be null.
final class ReviewSerializer extends RowSerializer<Review> {

    static final RecordType SCHEMA = RecordType.named("Review")
            .column("title", ScalarType.STRING)
            .column("rating", ScalarType.INT)
            .nullable("note", ScalarType.STRING)
            .build();

    ReviewSerializer() {
        super(Review.class, SCHEMA);
    }

    @Override
    public void write(Review row, ValueWriter out) {
        out.beginRecord(SCHEMA);
        out.writeString(notNull(row.title(), "Review.title"));
        out.writeInt(row.rating());
        if (row.note() == null) {
            out.writeNull();
        } else {
            out.writeString(row.note());
        }
        out.endRecord();
    }

    @Override
    public Review read(ValueReader in) {
        String title = null;
        int rating = 0;
        String note = null;
        for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> title = in.readString();
                case 1 -> rating = in.readInt();
                case 2 -> note = in.readNull() ? null : in.readString();
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Review(title, rating, note);
    }
}
