package dev.batchwright.processor.model;

/** The types of single values, named as in {@code dev.batchwright.schema.ScalarType}. */
public enum ScalarKind {
    BOOLEAN("Boolean"),
    BYTE("Byte"),
    SHORT("Short"),
    CHAR("Char"),
    INT("Int"),
    LONG("Long"),
    FLOAT("Float"),
    DOUBLE("Double"),
    STRING("String"),
    BYTES("Bytes"),
    DECIMAL("Decimal"),
    UUID("Uuid"),
    INSTANT("Instant"),
    DATE("Date"),
    DATE_TIME("DateTime"),
    DURATION("Duration");

    private final String word;

    ScalarKind(String word) {
        this.word = word;
    }

    /** What names of methods of readers, writers and key orders call it: {@code Int} in {@code readInt}. */
    public String word() {
        return word;
    }

    /** Whether it is one of the eight primitives, boxed or not. */
    public boolean isPrimitive() {
        return switch (this) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }
}
