package dev.batchwright.cache;

import dev.batchwright.Batch;
import dev.batchwright.CacheException;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts of some shards, row by row or batch by batch. A batch that is still encoded stays usable until the cursor
 * has gone past its part. Used by one thread, but for {@link #close}.
 */
final class ShardCursor<T> implements AutoCloseable {

    private static final int SKIP_ROWS = 4096;

    private final ShardParts parts;
    private final StepStore store;
    private final ShardSerializer<T> serializer;
    private final ColumnMemory columns;
    private final StoredDataset.ReadListener listener;
    private final Consumer<ShardCursor<T>> ended;
    private @Nullable PartReader<T> reader;
    private @Nullable CountingPartInput input;
    private ColumnReads reads;
    private long rows;
    private boolean closed;

    ShardCursor(
            ShardParts parts,
            StepStore store,
            ShardSerializer<T> serializer,
            ColumnMemory columns,
            StoredDataset.ReadListener listener,
            Consumer<ShardCursor<T>> ended) {
        this.parts = parts;
        this.store = store;
        this.serializer = serializer;
        this.columns = columns;
        this.listener = listener;
        this.ended = ended;
        this.reads = new ColumnReads(columns);
    }

    synchronized @Nullable T next() {
        try {
            for (PartReader<T> part = part(); part != null; part = nextPart()) {
                T row = part.next();
                if (row != null) {
                    rows++;
                    return row;
                }
            }
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    synchronized @Nullable Batch<T> nextBatch(int maxRows) {
        try {
            for (PartReader<T> part = part(); part != null; part = nextPart()) {
                Batch<T> batch = part.nextBatch(maxRows);
                if (batch != null) {
                    rows += batch.size();
                    return batch;
                }
            }
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private CacheException unreadable(IOException cause) {
        return new CacheException("The rows of step " + store.step() + " cannot be read: " + cause.getMessage(), cause);
    }

    private @Nullable PartReader<T> part() throws IOException {
        if (closed) {
            throw new IllegalStateException("The dataset of step " + store.step() + " has been closed");
        }
        return reader != null ? reader : nextPart();
    }

    private @Nullable PartReader<T> nextPart() throws IOException {
        closePart();
        PartName part = parts.next();
        if (part == null) {
            ended.accept(this);
            return null;
        }
        PartReader<T> opened = open(part);
        skip(opened, parts.rowsToSkip());
        return opened;
    }

    /** By batches, since of a batch no column is decoded that is not touched. */
    private static void skip(PartReader<?> opened, long rowsToSkip) throws IOException {
        long left = rowsToSkip;
        while (left > 0) {
            Batch<?> skipped = opened.nextBatch((int) Math.min(left, SKIP_ROWS));
            if (skipped == null) {
                return;
            }
            left -= skipped.size();
        }
    }

    private PartReader<T> open(PartName part) throws IOException {
        ShardSerializer<T> rowsOfPart = store.reader(part, serializer);
        CountingPartInput counting = new CountingPartInput(store.open(part));
        reads = new ColumnReads(columns);
        PartReader<T> opened = null;
        try {
            opened = store.format(part).read(counting, rowsOfPart, reads);
            store.check(opened.footer(), part);
        } catch (IOException | RuntimeException e) {
            if (opened == null) {
                counting.close();
            } else {
                opened.close();
            }
            throw e;
        }
        input = counting;
        reader = opened;
        return opened;
    }

    private void closePart() throws IOException {
        PartReader<T> finished = reader;
        CountingPartInput counting = input;
        reader = null;
        input = null;
        if (finished != null && counting != null) {
            finished.close();
            listener.read(rows, counting.bytes(), reads);
            rows = 0;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            closePart();
        } catch (IOException e) {
            throw unreadable(e);
        }
        ended.accept(this);
    }
}
