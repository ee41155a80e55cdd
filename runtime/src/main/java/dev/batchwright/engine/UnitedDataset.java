package dev.batchwright.engine;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Function;

/** The rows of several datasets, one after the other. */
record UnitedDataset<T>(List<Dataset<T>> parts) implements Dataset<T> {

    UnitedDataset {
        parts = List.copyOf(parts);
    }

    @Override
    public Iterator<T> iterator() {
        return new United<>(parts.iterator(), Dataset::iterator);
    }

    @Override
    public Iterable<Batch<T>> batches(int rows) {
        return () -> new United<>(parts.iterator(), part -> part.batches(rows).iterator());
    }

    @Override
    public OptionalLong size() {
        long rows = 0;
        for (Dataset<T> part : parts) {
            OptionalLong size = part.size();
            if (size.isEmpty()) {
                return OptionalLong.empty();
            }
            rows += size.getAsLong();
        }
        return OptionalLong.of(rows);
    }

    @Override
    public void close() {
        parts.forEach(Dataset::close);
    }

    private static final class United<T, R> implements Iterator<R> {

        private final Iterator<Dataset<T>> parts;
        private final Function<Dataset<T>, Iterator<R>> open;
        private Iterator<R> current = List.<R>of().iterator();

        United(Iterator<Dataset<T>> parts, Function<Dataset<T>, Iterator<R>> open) {
            this.parts = parts;
            this.open = open;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && parts.hasNext()) {
                current = open.apply(parts.next());
            }
            return current.hasNext();
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
