package dev.batchwright.generated;

/** What a step does with rows; each constant stands for one step interface. */
public enum StepKind {
    SOURCE,
    SEQUENTIAL_SOURCE,
    MAP,
    FILTER,
    FLAT_MAP,
    BATCH,
    ALIGNED_BATCH,
    ZIP,
    KEYED,
    CO_GROUP,
    GLOBAL,
    SINK;

    /** Whether steps of this kind begin a flow. */
    public boolean isSource() {
        return this == SOURCE || this == SEQUENTIAL_SOURCE;
    }

    /** Whether steps of this kind start only when the steps before them have finished. */
    public boolean isBarrier() {
        return this == KEYED || this == CO_GROUP || this == GLOBAL;
    }

    /** Whether steps of this kind make exactly one row out of each row, so that their rows line up with those before them. */
    public boolean isAligned() {
        return this == MAP || this == ALIGNED_BATCH || this == ZIP;
    }

    /** Whether steps of this kind are handed rows in batches. */
    public boolean isBatched() {
        return this == BATCH || this == ALIGNED_BATCH || this == SINK;
    }

    /** Whether steps of this kind take a left and a right input. */
    public boolean hasTwoInputs() {
        return this == ZIP || this == CO_GROUP;
    }
}
