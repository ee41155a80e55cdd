package dev.batchwright.shard;

import org.jspecify.annotations.Nullable;

/** Rows whose columns come from memory as far as they are there, and are decoded elsewhere. */
final class KeptRows implements ColumnSource {

    private final PartColumns part;
    private final StorageUnit unit;
    private final Segment[] segments;
    private final long first;
    private final int count;

    KeptRows(PartColumns part, StorageUnit unit, Segment[] segments, long first, int count) {
        this.part = part;
        this.unit = unit;
        this.segments = segments;
        this.first = first;
        this.count = count;
    }

    @Override
    public int rows() {
        return count;
    }

    @Override
    public long storedBytes() {
        return unit.slice(first, count).storedBytes();
    }

    @Override
    public ValueReader column(int index) {
        return unit.slice(first, count).column(index);
    }

    @Override
    public <V> V decode(int index, LazyColumn<V> column) {
        if (!column.mayBeKept()) {
            part.neverKeep(index);
            return decode(index, column, first, first + count);
        }
        if (segments.length == 1) {
            V values = segments[0].values(index, column);
            if (values == null) {
                return decode(index, column, first, first + count);
            }
            boolean isWhole = segments[0].first() == first && segments[0].end() == first + count;
            // The array itself stays with the batch, which gives out nothing but its values.
            return isWhole && !LazyColumn.areArrays(values) ? values : gather(index, column, values);
        }
        V like = null;
        for (Segment segment : segments) {
            V values = segment.values(index, column);
            like = like == null ? values : like;
        }
        return like == null ? decode(index, column, first, first + count) : gather(index, column, like);
    }

    /** Puts together what is in memory and what is not. */
    private <V> V gather(int index, LazyColumn<V> column, V like) {
        V gathered = column.room(like, count);
        for (Segment segment : segments) {
            long from = Math.max(first, segment.first());
            long to = Math.min(first + count, segment.end());
            int at = (int) (from - first);
            int rows = (int) (to - from);
            @Nullable V values = segment.values(index, column);
            if (values == null) {
                column.copy(decode(index, column, from, to), 0, gathered, at, rows);
            } else {
                column.copy(values, (int) (from - segment.first()), gathered, at, rows);
            }
        }
        return gathered;
    }

    private <V> V decode(int index, LazyColumn<V> column, long from, long to) {
        return unit.slice(from, (int) (to - from)).decode(index, column);
    }
}
