package dev.batchwright.engine;

import dev.batchwright.StepFailedException;

/**
 * Keeps from a step the rows that it has dealt with in an earlier run. Used by one thread.
 *
 * @param <I> the rows
 */
final class SkippingReceiver<I> implements Receiver<I> {

    private final Receiver<I> receiver;
    private final String step;
    private long left;

    SkippingReceiver(Receiver<I> receiver, String step, long rows) {
        this.receiver = receiver;
        this.step = step;
        this.left = rows;
    }

    @Override
    public void accept(I row) {
        if (left > 0) {
            left--;
        } else {
            receiver.accept(row);
        }
    }

    @Override
    public void finish(boolean lastShard) {
        if (left > 0) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + step + " has dealt with " + left + " rows in an earlier run that the step before it does"
                            + " not make any more: that step makes other rows of the same input. Give it another"
                            + " @Step(version = …) to have its rows, and what follows from them, made anew.",
                    null));
        }
        receiver.finish(lastShard);
    }
}
