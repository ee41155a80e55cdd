package dev.batchwright.engine;

import org.jspecify.annotations.Nullable;

/**
 * What was thrown at a step while it read rows. A step that catches it, and goes on as if there were no more rows, would leave rows out
 * of what is kept. Steps may read in threads of their own.
 */
final class ReadFailure {

    private volatile @Nullable Throwable first;

    /** Remembers what was thrown, unless something was before, and throws it. */
    RuntimeException remembered(Throwable thrown) {
        if (first == null) {
            first = thrown;
        }
        Failures.rethrow(thrown);
        throw new IllegalStateException(thrown); // iterators throw nothing that is checked
    }

    /** Throws what was thrown before, if anything was. */
    void rethrow() {
        Failures.rethrow(first);
    }
}
