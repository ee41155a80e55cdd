package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import dev.batchwright.shard.PartReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows in a file, read as often as they are asked for. One iterator at a time may have the file open, since the partition has reserved that;
 * each further one takes what that needs from the budget or, where it is not there, the place of the one that opened the file first, which
 * opens it again where it was when it is asked for its next row. Safe for use by several threads, but for the iterators.
 *
 * @param <T> the rows
 */
final class SpilledDataset<T> implements Dataset<T> {

    private final Spill<T> spill;
    private final Spill.Run run;
    private final MemoryBudget budget;
    private final long openBytes;
    private final Set<Rows> open = new LinkedHashSet<>();
    private boolean closed;

    SpilledDataset(Spill<T> spill, Spill.Run run, MemoryBudget budget) {
        this.spill = spill;
        this.run = run;
        this.budget = budget;
        this.openBytes = OpenFiles.within(budget).bytesEach();
    }

    @Override
    public Iterator<T> iterator() {
        checkOpen();
        return new Rows();
    }

    @Override
    public Iterable<Batch<T>> batches(int rows) {
        return RowBatch.of(this, rows, spill.serializer());
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(run.rows());
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The rows of this group were valid during its call only");
        }
    }

    private synchronized T next(Rows rows) {
        checkOpen();
        PartReader<T> reader = rows.reader;
        if (reader == null) {
            takePlace(rows);
            reader = spill.open(run, rows.taken);
            rows.reader = reader;
        }
        try {
            T row = reader.next();
            if (row == null) {
                throw new IOException("it has fewer rows than were written");
            }
            rows.taken++;
            if (!rows.hasNext()) {
                givePlaceBack(rows);
            }
            return row;
        } catch (IOException e) {
            givePlaceBack(rows);
            throw spill.unreadable(run, e);
        }
    }

    private void takePlace(Rows rows) {
        if (!open.isEmpty() && !budget.take(openBytes)) {
            Rows first = open.iterator().next();
            open.remove(first);
            first.close();
        }
        open.add(rows);
    }

    private void givePlaceBack(Rows rows) {
        if (open.remove(rows) && !open.isEmpty()) {
            budget.release(openBytes);
        }
        rows.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            givePlaceBack(open.iterator().next());
        }
    }

    private final class Rows implements Iterator<T> {

        private long taken;
        private @Nullable PartReader<T> reader;

        @Override
        public boolean hasNext() {
            return taken < run.rows();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return SpilledDataset.this.next(this);
        }

        private void close() {
            PartReader<T> opened = reader;
            reader = null;
            if (opened != null) {
                spill.close(opened, run);
            }
        }
    }
}
