package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;

/** Ends a run because what it was planned by has changed; it then begins again. Never seen by users. */
final class PlanOutdated extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    PlanOutdated() {
        super("What the run was planned by has changed");
    }
}
