package dev.batchwright.shard.parquet;

/** Which row of its row group a column has come to. All columns of the file that make up one column of the row share it. */
final class RowCursor {

    private final long firstRow;
    private long row;
    private long end;

    /**
     * Stands before the first row of a row group.
     *
     * @param firstRow the number of that row in the file
     */
    RowCursor(long firstRow) {
        this.firstRow = firstRow;
    }

    /** Lends the column to a reader of the rows up to {@code end}. */
    void lend(long until) {
        end = until;
    }

    /** Whether its last reader has read all it wanted, so that the column can be lent again. */
    boolean isFree() {
        return row == end;
    }

    void next() {
        if (row == end) {
            throw new IllegalStateException("There are no more rows in this batch");
        }
        row++;
    }

    void skip(long rows) {
        row += rows;
    }

    /** How many rows of the row group have been begun. */
    long row() {
        return row;
    }

    /** The number of the row that was begun last, from 0, within the file. */
    long rowInFile() {
        return firstRow + Math.max(0, row - 1);
    }
}
