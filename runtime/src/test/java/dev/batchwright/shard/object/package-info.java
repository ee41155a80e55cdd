/** Tests of the object format. */
@NullMarked
package dev.batchwright.shard.object;

import org.jspecify.annotations.NullMarked;
