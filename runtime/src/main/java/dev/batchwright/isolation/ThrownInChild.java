package dev.batchwright.isolation;

/** What a step has thrown in its process: not to be taken for a failure of the connection. */
final class ThrownInChild extends Exception {

    private static final long serialVersionUID = 1L;

    private final Throwable thrown;

    ThrownInChild(Throwable thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** Throws it as if the step had been called here. */
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
