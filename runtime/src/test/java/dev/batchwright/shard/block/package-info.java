/** Tests of the MessagePack format. */
@NullMarked
package dev.batchwright.shard.block;

import org.jspecify.annotations.NullMarked;
