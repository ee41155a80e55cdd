package dev.batchwright.shard;

/**
 * What one reader asks a {@link ColumnMemory} for, with how often it found it. A read is that of one column in some hundred consecutive
 * rows, by one pass over them. Used by one thread.
 */
public final class ColumnReads {

    private final ColumnMemory memory;
    private long hits;
    private long misses;

    /**
     * Begins to count.
     *
     * @param memory where decoded columns are kept
     */
    public ColumnReads(ColumnMemory memory) {
        this.memory = memory;
    }

    /** Reads that find nothing in memory and leave nothing there. */
    public static ColumnReads fromFiles() {
        return new ColumnReads(ColumnMemory.none());
    }

    /**
     * The reads of a part.
     *
     * @param file the part's file
     * @param checksum what tells it from another file of the same name
     * @param columns how many columns its rows have
     * @return its reads, counted here
     */
    public PartColumns part(String file, long checksum, int columns) {
        return new PartColumns(this, file + "#" + Long.toHexString(checksum), columns);
    }

    /**
     * The reads that were served from memory.
     *
     * @return how many
     */
    public long hits() {
        return hits;
    }

    /**
     * The reads that a file had to be read for.
     *
     * @return how many
     */
    public long misses() {
        return misses;
    }

    ColumnMemory memory() {
        return memory;
    }

    void count(boolean hit) {
        if (hit) {
            hits++;
        } else {
            misses++;
        }
    }
}
