package dev.batchwright.shard.parquet;

/** Reads a column of the row, from the first row of a row group on. */
abstract class ColumnReader extends TypedReader {

    private final RowCursor rows;

    ColumnReader(RowCursor rows) {
        this.rows = rows;
    }

    @Override
    public final void nextRow() {
        rows.next();
        begin();
    }

    final RowCursor rows() {
        return rows;
    }

    /** Skips rows, of which none has been begun. */
    final void skip(long count) {
        skipRows(count);
        rows.skip(count);
    }

    /** Prepares for the value of a row. */
    void begin() {}

    abstract void skipRows(long count);
}
