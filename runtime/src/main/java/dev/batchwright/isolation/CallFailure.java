package dev.batchwright.isolation;

/**
 * What a call has thrown while the connection is as good as before: in the process of the step, or here, where a row could not be encoded.
 */
final class CallFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Throwable thrown;

    CallFailure(Throwable thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** Throws it as if the step had been called in this process. */
    void rethrow() throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof Exception exception) {
            throw exception;
        }
        throw this;
    }
}
