/**
 * Rows in framed, checksummed blocks: what the formats share that store rows one after the other.
 * {@link dev.batchwright.shard.block.BlockFormat} describes the file. Knows nothing of how a value is encoded.
 */
@NullMarked
package dev.batchwright.shard.block;

import org.jspecify.annotations.NullMarked;
