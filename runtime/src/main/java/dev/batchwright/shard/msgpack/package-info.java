/**
 * Parts of MessagePack rows in framed blocks: made for text and nested values. {@link dev.batchwright.shard.msgpack.MessagePackFormat}
 * describes the file. Knows nothing of other formats.
 */
@NullMarked
package dev.batchwright.shard.msgpack;

import org.jspecify.annotations.NullMarked;
