package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;

/** Ends a task before its end, mostly because the run is ending; never the reason why it ends. */
class RunStopped extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    RunStopped() {
        this("The run is ending");
    }

    RunStopped(String message) {
        super(message);
    }
}
