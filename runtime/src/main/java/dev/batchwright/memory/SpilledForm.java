package dev.batchwright.memory;

import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;

/**
 * How rows are written to files and read back.
 *
 * @param serializer the serializer of the rows
 * @param format the format of the files
 * @param compression how they are compressed
 * @param files where they are
 * @param <T> the rows
 */
public record SpilledForm<T>(
        ShardSerializer<T> serializer, ShardFormat format, SpillCompression compression, SpillFiles files) {}
