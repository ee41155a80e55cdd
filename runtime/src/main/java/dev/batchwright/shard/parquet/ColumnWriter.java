package dev.batchwright.shard.parquet;

import dev.batchwright.shard.ValueWriter;
import java.util.List;

/**
 * A column of the row.
 *
 * @param values takes its values
 * @param leaves the columns of the file that they go to
 */
record ColumnWriter(ValueWriter values, List<LeafWriter> leaves) {}
