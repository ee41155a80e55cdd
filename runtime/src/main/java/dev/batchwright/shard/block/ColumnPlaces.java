package dev.batchwright.shard.block;

/** Where the values of one column begin, row by row. */
public final class ColumnPlaces {

    private final int[] starts;
    private final int end;
    private final int stride;
    private int next;

    /**
     * Picks a column out of a table.
     *
     * @param starts the places of all columns of the first row, then of the second, and so on
     * @param first which of the places is the first of the column
     * @param end which of them come after the last row
     * @param columns how many columns there are
     */
    ColumnPlaces(int[] starts, int first, int end, int columns) {
        this.starts = starts;
        this.next = first;
        this.end = end;
        this.stride = columns;
    }

    /**
     * Goes to the next row.
     *
     * @return where its value begins
     */
    public int next() {
        if (next >= end) {
            throw new IllegalStateException("There is no further row in this column");
        }
        int start = starts[next];
        next += stride;
        return start;
    }
}
