/**
 * The Parquet format of parts, and of Parquet files that are not parts. Rows are taken apart and put together column by column, by
 * encoders and decoders of this package; parquet-java writes and reads everything around them. No class of Hadoop is loaded.
 *
 * <p>What reads what: {@link dev.batchwright.shard.parquet.ParquetSchema} says how rows are mapped; a tree of writers
 * ({@code RecordWriter}) turns values into levels and pages, and a tree of readers ({@code SchemaBinding}) turns them back.
 */
@NullMarked
package dev.batchwright.shard.parquet;

import org.jspecify.annotations.NullMarked;
