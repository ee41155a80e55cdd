package dev.batchwright.benchmarks.overhead;

import dev.batchwright.RowReader;
import org.jspecify.annotations.Nullable;

/** Counts up. */
final class Numbers implements RowReader<Num> {

    private final long end;
    private long next;

    Numbers(long first, long end) {
        this.next = first;
        this.end = end;
    }

    @Override
    public @Nullable Num next() {
        return next < end ? new Num(next++) : null;
    }
}
