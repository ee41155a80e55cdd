package dev.batchwright.memory;

import dev.batchwright.shard.PartReader;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys, from memory or from a file. Used by one thread.
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
    static <T> InFile<T> of(Spill<T> spill, Spill.Run run) {
        return new InFile<>(spill, run, 0, true);
    }

    /** Rows in a file that stays, behind some of them. */
    static <T> InFile<T> behind(long rows, Spill<T> spill, Spill.Run run) {
        return new InFile<>(spill, run, rows, false);
    }

    /** Rows in a file. */
    final class InFile<T> implements SortedSource<T> {

        private final Spill<T> spill;
        private final Spill.Run run;
        private final long rowsBefore;
        private final boolean isReadOnce;
        private @Nullable PartReader<T> reader;

        private InFile(Spill<T> spill, Spill.Run run, long rowsBefore, boolean isReadOnce) {
            this.spill = spill;
            this.run = run;
            this.rowsBefore = rowsBefore;
            this.isReadOnce = isReadOnce;
        }

        Spill.Run run() {
            return run;
        }

        @Override
        public @Nullable T next() {
            PartReader<T> open = reader;
            if (open == null) {
                open = spill.open(run, rowsBefore);
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
                    spill.close(open, run);
                }
            } finally {
                if (isReadOnce) {
                    spill.delete(run);
                }
            }
        }
    }
}
