package dev.batchwright;

/**
 * Takes the rows that a step makes. Used by one thread, and only while the call that got it is running.
 *
 * @param <O> the rows
 */
@FunctionalInterface
public interface Output<O> {

    /**
     * Hands a row on. What the steps after this one throw comes through here; let it pass.
     *
     * @param row the row, not null
     */
    void add(O row);
}
