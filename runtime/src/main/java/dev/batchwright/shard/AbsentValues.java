package dev.batchwright.shard;

/** The values of a column that was not stored: nothing but nulls. */
final class AbsentValues extends ForwardingValues {

    private final String column;

    AbsentValues(String column) {
        this.column = column;
    }

    @Override
    ValueReader values() {
        throw new IllegalStateException("Column " + column + " was not stored and has no values");
    }

    @Override
    public void nextRow() {
        // Each row has the same.
    }

    @Override
    public boolean readNull() {
        return true;
    }
}
