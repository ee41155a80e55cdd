package dev.batchwright.engine;

/** Ends a task that made one part. It is no failure, and passes no code of users. */
final class PartMade extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean inPlace;

    /**
     * Makes the signal.
     *
     * @param inPlace whether the part ends where the next one begins
     */
    PartMade(boolean inPlace) {
        super(null, null, false, false);
        this.inPlace = inPlace;
    }

    boolean isInPlace() {
        return inPlace;
    }
}
