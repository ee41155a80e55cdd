package dev.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * The process of an isolated step has ended during a call: for want of memory, by a crash, by {@code System.exit}, or because somebody
 * killed it. The message says how, and with which rows.
 */
public class IsolatedStepException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    private final boolean outOfMemory;

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, where, and what to do
     * @param outOfMemory whether the process has ended for want of memory
     * @param cause what led to it, or null
     */
    public IsolatedStepException(String message, boolean outOfMemory, @Nullable Throwable cause) {
        super(message, cause);
        this.outOfMemory = outOfMemory;
    }

    /**
     * Whether the process has ended for want of memory, so that a larger heap or fewer rows in a batch may help.
     *
     * @return false if it has ended otherwise
     */
    public boolean isOutOfMemory() {
        return outOfMemory;
    }
}
