package dev.batchwright.memory;

import dev.batchwright.shard.PartReader;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys, from memory or from a file that is removed when it has been read. Used by one thread.
 *
 * @param <T> the rows
 */
interface SortedSource<T> extends AutoCloseable {

    /** The next row, or null after the last one. */
    @Nullable
    T next();

    /** How often its rows have been written to files; 0 where they are in memory. */
    int pass();

    /** Whether it takes a file to be open. */
    default boolean isInFile() {
        return pass() > 0;
    }

    @Override
    void close();

    /** Rows in memory. */
    static <T> SortedSource<T> of(Iterator<T> rows) {
        return new SortedSource<>() {
            @Override
            public @Nullable T next() {
                return rows.hasNext() ? rows.next() : null;
            }

            @Override
            public int pass() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    /** Rows in a file, which is opened when the first is asked for. */
    static <T> SortedSource<T> of(Spill<T> spill, Spill.Run run) {
        return new InFile<>(spill, run);
    }

    /** Rows in a file. */
    final class InFile<T> implements SortedSource<T> {

        private final Spill<T> spill;
        private final Spill.Run run;
        private @Nullable PartReader<T> reader;

        private InFile(Spill<T> spill, Spill.Run run) {
            this.spill = spill;
            this.run = run;
        }

        @Override
        public @Nullable T next() {
            PartReader<T> open = reader;
            if (open == null) {
                open = spill.open(run);
                reader = open;
            }
            try {
                return open.next();
            } catch (IOException e) {
                throw spill.unreadable(run, e);
            }
        }

        @Override
        public int pass() {
            return run.pass();
        }

        @Override
        public void close() {
            PartReader<T> open = reader;
            reader = null;
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                throw spill.unreadable(run, e);
            } finally {
                spill.delete(run);
            }
        }
    }
}
