package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;

/** Carries a failure up through the user code of the steps before the one that failed, which must not take it for their own. */
final class ChainFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BatchwrightException failure;

    ChainFailure(BatchwrightException failure) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
    }

    BatchwrightException failure() {
        return failure;
    }
}
