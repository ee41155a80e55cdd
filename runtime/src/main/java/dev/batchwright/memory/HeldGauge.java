package dev.batchwright.memory;

/** Is told what a step holds. Safe for use by several threads. */
@FunctionalInterface
public interface HeldGauge {

    /**
     * What the step holds has changed.
     *
     * @param bytes how many more, or fewer
     */
    void changed(long bytes);
}
