package dev.batchwright.processor.model;

import java.util.Arrays;
import java.util.Optional;

/** What a step does with rows: the step interfaces of {@code dev.batchwright} and the roles of their type parameters. */
public enum StepKind {
    SOURCE("Source", "O"),
    SEQUENTIAL_SOURCE("SequentialSource", "O"),
    MAP("MapStep", "IO"),
    FILTER("FilterStep", "I"),
    FLAT_MAP("FlatMapStep", "IO"),
    BATCH("BatchStep", "IO"),
    ALIGNED_BATCH("AlignedBatchStep", "IO"),
    ZIP("ZipStep", "IRO"),
    KEYED("KeyedStep", "KIO"),
    CO_GROUP("CoGroupStep", "KIRO"),
    GLOBAL("GlobalStep", "IO"),
    SINK("Sink", "I");

    private final String simpleName;
    private final String roles;

    StepKind(String simpleName, String roles) {
        this.simpleName = simpleName;
        this.roles = roles;
    }

    /** Finds the kind that an interface stands for. */
    public static Optional<StepKind> of(String qualifiedName) {
        return Arrays.stream(values())
                .filter(kind -> qualifiedName.equals("dev.batchwright." + kind.simpleName))
                .findFirst();
    }

    public String simpleName() {
        return simpleName;
    }

    /** How many type parameters the interface has. */
    public int parameters() {
        return roles.length();
    }

    /** Whether the type parameter at an index is the key; all others are rows. */
    public boolean isKey(int parameter) {
        return roles.charAt(parameter) == 'K';
    }

    int inputParameter() {
        return roles.indexOf('I');
    }

    int rightParameter() {
        return roles.indexOf('R');
    }

    int outputParameter() {
        return this == FILTER ? 0 : roles.indexOf('O');
    }

    int keyParameter() {
        return roles.indexOf('K');
    }

    public boolean isSource() {
        return this == SOURCE || this == SEQUENTIAL_SOURCE;
    }

    public boolean isBarrier() {
        return this == KEYED || this == CO_GROUP || this == GLOBAL;
    }

    public boolean isAligned() {
        return this == MAP || this == ALIGNED_BATCH || this == ZIP;
    }

    public boolean isBatched() {
        return this == BATCH || this == ALIGNED_BATCH || this == SINK;
    }

    public boolean hasTwoInputs() {
        return this == ZIP || this == CO_GROUP;
    }

    /** Whether it is called row by row or batch by batch, so that a row it cannot process can be told from others. */
    public boolean takesRowsAlone() {
        return this == MAP
                || this == FILTER
                || this == FLAT_MAP
                || this == BATCH
                || this == ALIGNED_BATCH
                || this == SINK;
    }

    /** Whether rows of such a step are cheap to make again, so that they are kept only where something needs them kept. */
    public boolean isCheap() {
        return this == MAP || this == FILTER || this == FLAT_MAP || this == ZIP;
    }
}
