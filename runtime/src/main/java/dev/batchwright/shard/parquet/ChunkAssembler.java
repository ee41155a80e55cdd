package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.format.ColumnChunk;
import dev.batchwright.shaded.parquet.format.ColumnIndex;
import dev.batchwright.shaded.parquet.format.ColumnMetaData;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shaded.parquet.format.DataPageHeader;
import dev.batchwright.shaded.parquet.format.DictionaryPageHeader;
import dev.batchwright.shaded.parquet.format.Encoding;
import dev.batchwright.shaded.parquet.format.OffsetIndex;
import dev.batchwright.shaded.parquet.format.PageEncodingStats;
import dev.batchwright.shaded.parquet.format.PageHeader;
import dev.batchwright.shaded.parquet.format.PageLocation;
import dev.batchwright.shaded.parquet.format.PageType;
import dev.batchwright.shaded.parquet.format.Statistics;
import dev.batchwright.shaded.parquet.format.Type;
import dev.batchwright.shaded.parquet.format.Util;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the pages of one column in one row group, and gathers what indexes and footer say of them. */
final class ChunkAssembler {

    private final FileOutput out;
    private final ColumnDescriptor column;
    private final ChunkStatistics statistics;
    private final List<PageLocation> locations = new ArrayList<>();
    private final ColumnChunk description = new ColumnChunk();
    private final ColumnMetaData data = new ColumnMetaData();
    private final Set<Encoding> encodings = EnumSet.of(Encoding.RLE);
    private final Map<Encoding, Integer> dataPages = new EnumMap<>(Encoding.class);

    private long uncompressedSize;
    private long values;
    private long rows;

    ChunkAssembler(FileOutput out, ColumnDescriptor column) {
        this.out = out;
        this.column = column;
        this.statistics = new ChunkStatistics(column.getPrimitiveType());
    }

    /** Writes all pages that a column holds. */
    void write(LeafWriter leaf, PageCompressor compressor) throws IOException {
        long start = out.position();
        List<EncodedPage> pages = leaf.takePages();
        PlainBuffer dictionary = leaf.dictionary();
        if (dictionary != null) {
            data.setDictionary_page_offset(start);
            writeDictionary(dictionary, leaf.dictionaryValues(), compressor);
        }
        data.setData_page_offset(out.position());
        for (EncodedPage page : pages) {
            writePage(page, leaf.bodies());
        }
        leaf.bodies().clear();
        leaf.beginRowGroup();
        describe(start, compressor.codec());
    }

    /** What the footer says of the column; complete once the indexes are written. */
    ColumnChunk description() {
        return description;
    }

    void writeColumnIndex(ByteArrayOutputStream tail, long tailStart) throws IOException {
        int start = tail.size();
        ColumnIndex index = statistics.index();
        if (index != null) {
            Util.writeColumnIndex(index, tail);
            description.setColumn_index_offset(tailStart + start);
            description.setColumn_index_length(tail.size() - start);
        }
    }

    void writeOffsetIndex(ByteArrayOutputStream tail, long tailStart) throws IOException {
        int start = tail.size();
        Util.writeOffsetIndex(new OffsetIndex(locations), tail);
        description.setOffset_index_offset(tailStart + start);
        description.setOffset_index_length(tail.size() - start);
    }

    private void writeDictionary(PlainBuffer dictionary, int count, PageCompressor compressor) throws IOException {
        HeldBytes held = compressor.newHeldBytes();
        PageCompressor.Body body = compressor.compress(new PlainBuffer(), dictionary, PageCompressor.Content.ANY, held);
        PageHeader header = header(PageType.DICTIONARY_PAGE, body);
        header.setDictionary_page_header(new DictionaryPageHeader(count, Encoding.PLAIN));
        write(header, body, held);
        held.clear();
        encodings.add(Encoding.PLAIN);
    }

    private void writePage(EncodedPage page, HeldBytes bodies) throws IOException {
        long start = out.position();
        Encoding encoding = Encoding.valueOf(page.encoding().name());
        PageHeader header = header(PageType.DATA_PAGE, page.body());
        header.setData_page_header(new DataPageHeader(page.values(), encoding, Encoding.RLE, Encoding.RLE));
        write(header, page.body(), bodies);
        encodings.add(encoding);
        dataPages.merge(encoding, 1, Integer::sum);
        values += page.values();
        locations.add(new PageLocation(start, (int) (out.position() - start), rows));
        rows += page.rows();
        statistics.add(page);
    }

    private static PageHeader header(PageType type, PageCompressor.Body body) {
        PageHeader header = new PageHeader(type, body.uncompressedSize(), body.size());
        header.setCrc(body.checksum());
        return header;
    }

    private void write(PageHeader header, PageCompressor.Body body, HeldBytes bodies) throws IOException {
        long start = out.position();
        Util.writePageHeader(header, out);
        uncompressedSize += out.position() - start + body.uncompressedSize();
        bodies.moveTo(out, body.size());
    }

    private void describe(long start, CompressionCodec codec) {
        PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
        data.setType(type == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(type.name()));
        data.setEncodings(new ArrayList<>(encodings));
        dataPages.forEach((encoding, count) ->
                data.addToEncoding_stats(new PageEncodingStats(PageType.DATA_PAGE, encoding, count)));
        data.setPath_in_schema(List.of(column.getPath()));
        data.setCodec(codec);
        data.setNum_values(values);
        data.setTotal_uncompressed_size(uncompressedSize);
        data.setTotal_compressed_size(out.position() - start);
        Statistics ofChunk = statistics.statistics();
        if (ofChunk != null) {
            data.setStatistics(ofChunk);
        }
        description.setFile_offset(start);
        description.setMeta_data(data);
    }
}
