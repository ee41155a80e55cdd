/** Tests of the Parquet format. */
@NullMarked
package dev.batchwright.shard.parquet;

import org.jspecify.annotations.NullMarked;
