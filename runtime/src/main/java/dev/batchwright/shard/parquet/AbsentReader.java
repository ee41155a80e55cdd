package dev.batchwright.shard.parquet;

/** Stands for a nullable column that the file does not have. */
final class AbsentReader extends ColumnReader {

    private final String name;

    AbsentReader(RowCursor rows, String name) {
        super(rows);
        this.name = name;
    }

    @Override
    public boolean readNull() {
        return true;
    }

    @Override
    void skipRows(long count) {}

    @Override
    String describe() {
        return "Column " + name + ", which the file does not have,";
    }
}
