package dev.batchwright.shard.choice;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.ShardFormat;

/**
 * How parts are written.
 *
 * @param format their format
 * @param compression their compression
 */
public record PartEncoding(ShardFormat format, CompressionSetting compression) {

    /** The names of both, such as {@code parquet zstd}. */
    @Override
    public String toString() {
        return format.name() + " " + compression;
    }
}
