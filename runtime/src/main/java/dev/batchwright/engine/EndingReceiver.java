package dev.batchwright.engine;

/**
 * Gives a step the rows of one missing part and no others: as many as come before the next part. Used by one thread.
 *
 * @param <T> the rows
 */
final class EndingReceiver<T> implements Receiver<T> {

    private final Receiver<T> step;
    private long left;

    EndingReceiver(Receiver<T> step, long rows) {
        this.step = step;
        this.left = rows;
    }

    /** Whether all rows of the part have come. */
    boolean isSatisfied() {
        return left == 0;
    }

    @Override
    public void accept(T row) {
        if (left > 0) {
            left--;
            step.accept(row);
        }
    }

    @Override
    public void finish(boolean lastShard) {
        step.finish(lastShard);
    }
}
