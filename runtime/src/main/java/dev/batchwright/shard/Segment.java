package dev.batchwright.shard;

import org.jspecify.annotations.Nullable;

/**
 * Rows whose columns are kept or decoded together. It holds what was found or kept of them, so that what a pass over its rows has begun to
 * use does not go from under it. One for each pass; used by one thread.
 */
final class Segment {

    private final PartColumns part;
    private final int unitNumber;
    private final int index;
    private final StorageUnit unit;
    private final long first;
    private final int rows;

    /** What is known of each column: its values, that it is not to be kept, or null before it is asked for. */
    private final @Nullable Object[] columns;

    Segment(PartColumns part, int unitNumber, int index, StorageUnit unit, long first, int rows) {
        this.part = part;
        this.unitNumber = unitNumber;
        this.index = index;
        this.unit = unit;
        this.first = first;
        this.rows = rows;
        this.columns = new @Nullable Object[part.columns()];
    }

    int index() {
        return index;
    }

    long first() {
        return first;
    }

    long end() {
        return first + rows;
    }

    /**
     * The values of all rows, which nobody may change.
     *
     * @return the values, or null if they are not kept: then those that are needed have to be decoded
     */
    @SuppressWarnings("unchecked") // what was kept under this column's key
    <V> @Nullable V values(int column, LazyColumn<V> decoder) {
        Object found = columns[column];
        if (found == null) {
            found = find(column, decoder);
            columns[column] = found;
        }
        return found == ColumnMemory.Absent.UNWANTED ? null : (V) found;
    }

    private <V> Object find(int column, LazyColumn<V> decoder) {
        ColumnMemory.Key key = part.key(unitNumber, index, column);
        Object found = part.touch(key);
        if (found != ColumnMemory.Absent.WANTED) {
            return found;
        }
        V values = unit.slice(first, rows).decode(column, decoder);
        part.memory().put(key, values, decoder.bytes(values));
        return values;
    }

    /**
     * Whether all columns are in memory, or would be if they were decoded now. Where not, they count as asked for all the same, though
     * the rows are going to be read whole: so that they get their turn.
     */
    boolean isKeptOrWanted() {
        boolean all = true;
        for (int column = 0; column < columns.length; column++) {
            if (part.isNeverKept(column)) {
                return false;
            }
            all &= part.memory().keepsOrWants(part.key(unitNumber, index, column));
        }
        for (int column = 0; column < columns.length && !all; column++) {
            part.touch(part.key(unitNumber, index, column));
        }
        return all;
    }
}
