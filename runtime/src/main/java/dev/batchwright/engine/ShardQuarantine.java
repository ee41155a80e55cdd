package dev.batchwright.engine;

import dev.batchwright.QuarantinedRow;
import dev.batchwright.cache.QuarantineWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows of one shard aside. Used by one thread.
 *
 * @param <I> the rows
 */
final class ShardQuarantine<I> {

    private static final int LONGEST_ERROR = 8 << 10;
    private static final int LONGEST_TRACE = 32 << 10;

    private final Quarantine step;
    private final QuarantineWriter<I> writer;
    private final int shard;
    private final Runnable full;
    private @Nullable Throwable told;
    private String error = "";
    private String trace = "";

    /**
     * Begins with no row.
     *
     * @param step the rows of the step that were put aside
     * @param writer where those of the shard go
     * @param full is told when there are too many, so that they are committed and the run ends
     */
    ShardQuarantine(Quarantine step, QuarantineWriter<I> writer, int shard, Runnable full) {
        this.step = step;
        this.writer = writer;
        this.shard = shard;
        this.full = full;
    }

    /**
     * Puts a row aside.
     *
     * @param position its place in the shard
     * @param batch the batch it was in
     * @param rowsBefore how many rows the step had made before
     */
    void putAside(I row, long position, long batch, long rowsBefore, Throwable failure) {
        tell(failure);
        writer.add(new QuarantinedRow<>(row, shard, position, batch, rowsBefore, error, trace));
        step.countBad(shard, position, error);
    }

    /** Once for all rows of a sink's batch, which have one. */
    private void tell(Throwable failure) {
        if (!failure.equals(told)) {
            told = failure;
            error = storable(failure.toString(), LONGEST_ERROR);
            trace = storable(trace(failure), LONGEST_TRACE);
        }
    }

    /** Says how many rows the step has been given since the last time. */
    void taken(long rows) {
        step.countTaken(rows);
        if (step.isExceeded()) {
            full.run();
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Messages quote what was met: they may be as long as the row, and need not be valid text. */
    private static String storable(String text, int longest) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length() && kept.length() < longest; i++) {
            char next = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(next)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                kept.append(next).append(text.charAt(++i));
            } else {
                kept.append(Character.isSurrogate(next) ? '\uFFFD' : next);
            }
        }
        return kept.length() < text.length() ? kept + " …" : kept.toString();
    }
}
