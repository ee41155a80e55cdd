package dev.batchwright.shard;

import org.jspecify.annotations.Nullable;

/**
 * The columns of one row group or block, some of which may be in memory. They are kept by segments: a fixed number of rows, so that
 * batches of any size find them, and few enough that reading one row does not decode much more. Made by {@link PartColumns#unit}; used by
 * one thread.
 */
public final class UnitColumns {

    /** The rows of a segment take about so many bytes of the file. */
    private static final long SEGMENT_BYTES = 256 << 10;

    private static final int FEWEST_ROWS = 32;
    private static final int MOST_ROWS = 4096;

    private final PartColumns part;
    private final int number;
    private final StorageUnit unit;
    private final int segmentRows;
    private @Nullable Segment last;

    UnitColumns(PartColumns part, int number, StorageUnit unit) {
        this.part = part;
        this.number = number;
        this.unit = unit;
        long rows = SEGMENT_BYTES / Math.max(1, unit.bytes() / Math.max(1, unit.rows()));
        this.segmentRows = Integer.highestOneBit((int) Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, rows)));
    }

    /**
     * Some of the rows. Nothing of them is read or looked up yet.
     *
     * @param first the first row, from 0
     * @param count how many, at least 1
     * @return rows whose columns come from memory where they are there
     */
    public ColumnSource rows(long first, int count) {
        if (part.isOff()) {
            return unit.slice(first, count);
        }
        Segment[] segments = new Segment[segmentOf(first + count - 1) - segmentOf(first) + 1];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segment(segmentOf(first) + i);
        }
        return new KeptRows(part, unit, segments, first, count);
    }

    /**
     * How many rows, from one on, are kept together with it.
     *
     * @param row the row, from 0
     * @return the number of rows from there to the end of its segment
     */
    public int rowsTogether(long row) {
        return (int) Math.min(segmentRows - row % segmentRows, unit.rows() - row);
    }

    /**
     * Asks whether whole rows are better read by columns, since these are in memory or will be kept there.
     *
     * @param row a row, from 0, with which a segment begins
     * @return whether all columns of the rows that are kept together with it are in memory or would be
     */
    public boolean areKeptOrWanted(long row) {
        if (part.isOff() || row % segmentRows != 0) {
            return false;
        }
        return segment(segmentOf(row)).isKeptOrWanted();
    }

    private int segmentOf(long row) {
        return (int) (row / segmentRows);
    }

    private Segment segment(int index) {
        Segment found = last;
        if (found == null || found.index() != index) {
            long first = (long) index * segmentRows;
            found = new Segment(part, number, index, unit, first, (int) Math.min(segmentRows, unit.rows() - first));
            last = found;
        }
        return found;
    }
}
