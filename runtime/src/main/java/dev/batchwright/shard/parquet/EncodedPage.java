package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * A data page that waits for its row group to be full.
 *
 * @param values how many levels it holds, nulls included
 * @param nulls how many of them stand for no value
 * @param rows how many rows it holds
 * @param body the lengths and the checksum of its levels and values
 * @param encoding how its values are encoded
 * @param range the smallest and the largest of its values, or null if they are not known
 */
record EncodedPage(
        int values,
        int nulls,
        int rows,
        PageCompressor.Body body,
        Encoding encoding,
        @Nullable ValueRange range) {}
