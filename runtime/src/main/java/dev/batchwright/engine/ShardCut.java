package dev.batchwright.engine;

import dev.batchwright.shard.ShardSerializer;
import java.util.OptionalLong;

/**
 * Decides how many rows a shard gets where the engine makes the cut: as many as were asked for, else about 64 MiB of them by the
 * estimate of the first rows. Depends on the rows alone.
 */
final class ShardCut {

    static final long TARGET_BYTES = 64L << 20;
    static final int SAMPLE_ROWS = 1000;

    private final ShardSerializer<Object> serializer;
    private long shardRows;
    private long sampledRows;
    private long sampledBytes;

    ShardCut(OptionalLong shardRows, ShardSerializer<Object> serializer) {
        this.serializer = serializer;
        this.shardRows = shardRows.orElse(0);
    }

    /** Whether it is known how many rows a shard gets. */
    boolean isMeasured() {
        return shardRows > 0;
    }

    void measure(Object row) {
        if (isMeasured()) {
            return;
        }
        sampledRows++;
        sampledBytes += serializer.sizeOf(row);
        if (sampledRows == SAMPLE_ROWS || sampledBytes >= TARGET_BYTES) {
            shardRows = rowsFor(sampledBytes, sampledRows);
        }
    }

    static long rowsFor(long bytes, long rows) {
        return Math.max(1, TARGET_BYTES / Math.max(1, bytes / rows));
    }

    boolean isFull(long rows) {
        return shardRows > 0 && rows >= shardRows;
    }
}
