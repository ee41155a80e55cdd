package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import dev.batchwright.shard.PartReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows in a file, read as often as they are asked for.
 *
 * @param <T> the rows
 */
final class SpilledDataset<T> implements Dataset<T> {

    private final Spill<T> spill;
    private final Spill.Run run;
    private final Set<PartReader<T>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SpilledDataset(Spill<T> spill, Spill.Run run) {
        this.spill = spill;
        this.run = run;
    }

    /** Takes the next row or batch, null at the end. */
    private interface Step<T, R> {
        @Nullable
        R next(PartReader<T> reader) throws IOException;
    }

    @Override
    public Iterator<T> iterator() {
        return new Rows<T>(PartReader::next);
    }

    @Override
    public Iterable<Batch<T>> batches(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A batch holds at least 1 row, not " + rows);
        }
        return () -> new Rows<Batch<T>>(reader -> reader.nextBatch(rows));
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(run.rows());
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(this::close);
    }

    private void close(PartReader<T> reader) {
        open.remove(reader);
        try {
            reader.close();
        } catch (IOException e) {
            throw spill.unreadable(run, e);
        }
    }

    private final class Rows<R> implements Iterator<R> {

        private final PartReader<T> reader;
        private final Step<T, R> step;
        private @Nullable R ahead;
        private boolean ended;

        Rows(Step<T, R> step) {
            if (closed) {
                throw new IllegalStateException("The rows of this group were valid during its call only");
            }
            this.reader = spill.open(run);
            this.step = step;
            open.add(reader);
        }

        @Override
        public boolean hasNext() {
            if (ahead == null && !ended) {
                try {
                    ahead = step.next(reader);
                } catch (IOException e) {
                    throw spill.unreadable(run, e);
                }
                if (ahead == null) {
                    ended = true;
                    close(reader);
                }
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
