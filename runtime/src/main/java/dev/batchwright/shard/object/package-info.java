/**
 * Parts of rows without names or type tags in framed blocks: made for nested, polymorphic and map-like rows.
 * {@link dev.batchwright.shard.object.ObjectFormat} describes the file. Knows nothing of other formats.
 */
@NullMarked
package dev.batchwright.shard.object;

import org.jspecify.annotations.NullMarked;
