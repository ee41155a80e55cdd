/** Tests of the MessagePack format. */
@NullMarked
package dev.batchwright.shard.msgpack;

import org.jspecify.annotations.NullMarked;
