package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ColumnChunk;
import dev.batchwright.shaded.parquet.format.ColumnMetaData;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shaded.parquet.format.Encoding;
import dev.batchwright.shaded.parquet.format.PageEncodingStats;
import dev.batchwright.shaded.parquet.format.PageType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the footer of a file says of a column in a row group. Nothing of it is checked.
 *
 * @param path the names that lead to the column
 * @param codec how its pages are compressed
 * @param encodings how its values and levels are encoded
 * @param dataPages how many of its data pages have which encoding; empty where that is not said
 * @param values how many values it has, nulls included
 * @param start where its first page begins
 * @param size the length of its pages
 * @param uncompressedSize the length of its pages before they were compressed
 * @param indexStart where the index of its pages begins
 * @param indexSize the length of that index, or 0 if there is none
 */
record Chunk(
        List<String> path,
        CompressionCodec codec,
        List<Encoding> encodings,
        Map<Encoding, Integer> dataPages,
        long values,
        long start,
        long size,
        long uncompressedSize,
        long indexStart,
        int indexSize) {

    static Chunk of(ColumnChunk column) {
        ColumnMetaData data = column.getMeta_data();
        long firstPage = data.getData_page_offset();
        // Some writers say 0 where there is no dictionary.
        boolean hasDictionary = data.isSetDictionary_page_offset()
                && data.getDictionary_page_offset() > 0
                && data.getDictionary_page_offset() < firstPage;
        return new Chunk(
                List.copyOf(data.getPath_in_schema()),
                data.getCodec(),
                List.copyOf(data.getEncodings()),
                dataPages(data),
                data.getNum_values(),
                hasDictionary ? data.getDictionary_page_offset() : firstPage,
                data.getTotal_compressed_size(),
                data.getTotal_uncompressed_size(),
                column.getOffset_index_offset(),
                column.isSetOffset_index_offset() ? column.getOffset_index_length() : 0);
    }

    private static Map<Encoding, Integer> dataPages(ColumnMetaData data) {
        Map<Encoding, Integer> pages = new EnumMap<>(Encoding.class);
        if (data.isSetEncoding_stats()) {
            for (PageEncodingStats stats : data.getEncoding_stats()) {
                if (stats.getPage_type() == PageType.DATA_PAGE && stats.getEncoding() != null) {
                    pages.merge(stats.getEncoding(), stats.getCount(), Integer::sum);
                }
            }
        }
        return pages;
    }
}
