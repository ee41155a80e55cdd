package dev.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * Stands for what an isolated step threw in its process, where that could not be sent as itself: because it refers to something that is not
 * serializable, or to more than plain values. The message is that exception's class and message; the stack is where it was thrown.
 */
public class TransferredException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception with a cause.
     *
     * @param message the class and the message of what was thrown
     * @param cause stands for its cause, or null
     */
    public TransferredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
