package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;

/** Ends a task because the run is ending; never the reason why it ends. */
final class RunStopped extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    RunStopped() {
        super("The run is ending");
    }
}
