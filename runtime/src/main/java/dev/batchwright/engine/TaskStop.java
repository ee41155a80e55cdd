package dev.batchwright.engine;

/** What a task has to know of the end of its run. Used by one thread. */
final class TaskStop {

    private final StopSignal stop;
    private boolean settling;

    TaskStop(StopSignal stop) {
        this.stop = stop;
    }

    /** Asked before a step is called: when the run was asked to end some time ago, not even the row at hand is finished. */
    void beforeCall() {
        if (stop.isOverdue() && (!settling || stop.isRaised())) {
            throw new RunStopped();
        }
    }

    /** Asked when a row that entered the task has been dealt with: the task then ends as soon as the run is to. */
    void afterRow() {
        stop.check();
    }

    /**
     * Says that what a call makes is handed on: whatever follows from a call that was running may still be called.
     *
     * @return to be given to {@link #handedOn}
     */
    boolean handOn() {
        return handOn(true);
    }

    /**
     * The same where it matters.
     *
     * @param matters whether what the call makes would be lost with all that was made before it
     * @return to be given to {@link #handedOn}
     */
    boolean handOn(boolean matters) {
        boolean before = settling;
        settling |= matters;
        return before;
    }

    void handedOn(boolean before) {
        settling = before;
    }

    /** Whether what is whole may be committed. */
    boolean mayCommit() {
        return !stop.isRaised();
    }

    /** Whether an interrupt means that the run is to end. */
    boolean isAsked() {
        return stop.isAsked();
    }
}
