package dev.batchwright.shard;

/** The columns of one part, some of which may be in memory. Made by {@link ColumnReads#part}; used by one thread. */
public final class PartColumns {

    private final ColumnReads reads;
    private final String part;
    private final boolean[] neverKept;

    PartColumns(ColumnReads reads, String part, int columns) {
        this.reads = reads;
        this.part = part;
        this.neverKept = new boolean[columns];
    }

    /**
     * The columns of some rows of the part.
     *
     * @param number the number of the row group or block within the part
     * @param unit its rows
     * @return its columns
     */
    public UnitColumns unit(int number, StorageUnit unit) {
        return new UnitColumns(this, number, unit);
    }

    boolean isOff() {
        return reads.memory().isOff();
    }

    int columns() {
        return neverKept.length;
    }

    ColumnMemory.Key key(int unit, int segment, int column) {
        return new ColumnMemory.Key(part, unit, segment, column);
    }

    ColumnMemory memory() {
        return reads.memory();
    }

    Object touch(ColumnMemory.Key key) {
        Object found = reads.memory().touch(key);
        reads.count(!(found instanceof ColumnMemory.Absent));
        return found;
    }

    /** Remembers that the values of a column may never be kept. */
    void neverKeep(int column) {
        neverKept[column] = true;
    }

    boolean isNeverKept(int column) {
        return neverKept[column];
    }
}
