package dev.batchwright.schema;

/**
 * An array of primitives other than {@code byte[]}.
 *
 * @param element the type of its elements: one of the eight primitives but {@link ScalarType#BYTE}
 */
public record ArrayType(ScalarType element) implements ColumnType {

    /** Checks that the element is a primitive. */
    public ArrayType {
        switch (element) {
            case BOOLEAN, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> {}
            default -> throw new IllegalArgumentException("There are no arrays of " + element.describe());
        }
    }

    @Override
    public String describe() {
        return "array<" + element.describe() + ">";
    }
}
