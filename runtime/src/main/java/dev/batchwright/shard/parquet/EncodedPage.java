package dev.batchwright.shard.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * A data page that waits for its row group to be full.
 *
 * @param values how many levels it holds, nulls included
 * @param rows how many rows it holds
 * @param uncompressedSize the length of its body before it was compressed
 * @param body its levels and values, compressed
 * @param encoding how its values are encoded
 * @param statistics what is known of its values, or null if nothing is
 */
record EncodedPage(
        int values,
        int rows,
        int uncompressedSize,
        BytesInput body,
        Encoding encoding,
        @Nullable Statistics<?> statistics) {}
