package dev.batchwright.cache;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some shards of a step, in order. Files are opened when the iteration comes to them, one at a time.
 *
 * @param <T> the rows
 */
public final class StoredDataset<T> implements Dataset<T> {

    private final StepStore store;
    private final ShardSerializer<T> serializer;
    private final List<Integer> shards;
    private final long firstRow;
    private final Extent extent;
    private final ColumnMemory columns;
    private final ReadListener listener;
    private final Set<ShardCursor<T>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Which shards can be read. */
    enum Extent {
        /** Only those that are whole. */
        WHOLE,
        /** All, as far as they have come. */
        REACHED
    }

    /** Is told what was read. Called by the threads that read. */
    public interface ReadListener {

        /**
         * A part has been read.
         *
         * @param rows the rows that were taken from it
         * @param bytes the bytes of the file that were read
         * @param columns how often columns were found in memory
         */
        void read(long rows, long bytes, ColumnReads columns);
    }

    /**
     * Makes a dataset.
     *
     * @param store the step's folder
     * @param serializer the serializer of its rows
     * @param shards the shards in their order; whole
     * @param columns where decoded columns are kept
     * @param listener is told what was read
     */
    public StoredDataset(
            StepStore store,
            ShardSerializer<T> serializer,
            List<Integer> shards,
            ColumnMemory columns,
            ReadListener listener) {
        this(store, serializer, shards, 0, Extent.WHOLE, columns, listener);
    }

    private StoredDataset(
            StepStore store,
            ShardSerializer<T> serializer,
            List<Integer> shards,
            long firstRow,
            Extent extent,
            ColumnMemory columns,
            ReadListener listener) {
        this.store = store;
        this.serializer = serializer;
        this.shards = List.copyOf(shards);
        this.firstRow = firstRow;
        this.extent = extent;
        this.columns = columns;
        this.listener = listener;
    }

    /** All rows that a folder holds, as far as they are committed. */
    static <T> StoredDataset<T> reached(
            StepStore store, ShardSerializer<T> serializer, ColumnMemory columns, ReadListener listener) {
        return new StoredDataset<>(store, serializer, store.shards(), 0, Extent.REACHED, columns, listener);
    }

    /**
     * The rows of one shard from one of them on, as far as they are committed. Parts before that row are not opened.
     *
     * @param store the step's folder
     * @param serializer the serializer of its rows
     * @param shard the shard
     * @param firstRow the first row, counted from the beginning of the shard
     * @param columns where decoded columns are kept
     * @param listener is told what was read
     * @param <T> the rows
     * @return the rows
     */
    public static <T> StoredDataset<T> from(
            StepStore store,
            ShardSerializer<T> serializer,
            int shard,
            long firstRow,
            ColumnMemory columns,
            ReadListener listener) {
        return new StoredDataset<>(store, serializer, List.of(shard), firstRow, Extent.REACHED, columns, listener);
    }

    @Override
    public Iterator<T> iterator() {
        return new Rows<>(cursor(), ShardCursor::next);
    }

    @Override
    public Iterable<Batch<T>> batches(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A batch holds at least 1 row, not " + rows);
        }
        return () -> new Rows<>(cursor(), cursor -> cursor.nextBatch(rows));
    }

    @Override
    public OptionalLong size() {
        long rows = 0;
        try {
            for (int shard : shards) {
                var end = store.end(shard);
                if (end == null) {
                    return OptionalLong.empty();
                }
                rows += end.rowsBefore() + end.rows();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OptionalLong.of(rows);
    }

    private ShardCursor<T> cursor() {
        if (closed) {
            throw new IllegalStateException("The dataset of step " + store.step() + " has been closed");
        }
        ShardCursor<T> cursor = new ShardCursor<>(
                new ShardParts(store, shards, firstRow, extent), store, serializer, columns, listener, open::remove);
        open.add(cursor);
        return cursor;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(ShardCursor::close);
    }

    /** Takes the next row or batch of a cursor, null at its end. */
    private interface Step<T, R> {
        @Nullable
        R next(ShardCursor<T> cursor);
    }

    private static final class Rows<T, R> implements Iterator<R> {

        private final ShardCursor<T> cursor;
        private final Step<T, R> step;
        private @Nullable R ahead;
        private boolean ended;

        Rows(ShardCursor<T> cursor, Step<T, R> step) {
            this.cursor = cursor;
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null && !ended) {
                ahead = step.next(cursor);
                ended = ahead == null;
            }
            return ahead != null;
        }

        @Override
        public R next() {
            R row = hasNext() ? ahead : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            ahead = null;
            return row;
        }
    }
}
