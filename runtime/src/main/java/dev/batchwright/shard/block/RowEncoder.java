package dev.batchwright.shard.block;

import dev.batchwright.shard.ValueWriter;

/**
 * How a format turns rows into bytes.
 *
 * @param block takes the bytes
 * @param values takes the values of whole rows, and appends them to the block
 */
public record RowEncoder(GrowingBlock block, ValueWriter values) {}
