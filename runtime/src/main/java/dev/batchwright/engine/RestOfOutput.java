package dev.batchwright.engine;

import dev.batchwright.Output;
import dev.batchwright.StepFailedException;

/**
 * What a step that sees all rows at once makes after the rows that an earlier run has committed: it begins anew, for nobody knows its
 * state, but no row is kept twice. Used by one thread.
 */
final class RestOfOutput implements Output<Object> {

    private final CutOutput out;
    private final String step;
    private long left;

    RestOfOutput(long committed, CutOutput out, String step) {
        this.left = committed;
        this.out = out;
        this.step = step;
    }

    @Override
    public void add(Object row) {
        if (left > 0) {
            out.measure(row);
            left--;
        } else {
            out.add(row);
        }
    }

    /** Makes sure that the rows that are kept have come again. */
    void end() {
        if (left > 0) {
            throw new ChainFailure(new StepFailedException(
                    "Step " + step + " has made " + left + " rows less than an earlier run has kept of the same input."
                            + " Give it another @Step(version = …) to have its rows made anew.",
                    null));
        }
    }
}
