package dev.batchwright.shard.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * Makes Parquet files of one column, page by page, in all the ways that the format allows, and in some that it does not: what is
 * written goes through nothing but the structures of the format.
 */
final class ForeignFile {

    private final List<SchemaElement> schema;
    private final List<String> path = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);

    private CompressionCodec codec = CompressionCodec.UNCOMPRESSED;
    private UnaryOperator<byte[]> compressor = UnaryOperator.identity();
    private int wrongChecksums;
    private boolean checksums;
    private long dictionaryOffset = -1;
    private long dataOffset = -1;
    private long values;
    private long uncompressed;
    private Consumer<PageHeader> headers = header -> {};
    private Consumer<FileMetaData> footer = metadata -> {};

    /** The elements of the schema below its root; the last one of each level leads to the column. */
    ForeignFile(List<SchemaElement> schema) {
        this.schema = schema;
        schema.forEach(element -> path.add(element.getName()));
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    }

    ForeignFile compressed(CompressionCodec with, UnaryOperator<byte[]> by) {
        codec = with;
        compressor = by;
        return this;
    }

    ForeignFile withChecksums() {
        checksums = true;
        return this;
    }

    ForeignFile withWrongChecksums() {
        wrongChecksums = 1;
        return withChecksums();
    }

    /** Changes the headers of the pages that follow. */
    ForeignFile withHeaders(Consumer<PageHeader> change) {
        headers = change;
        return this;
    }

    ForeignFile withFooter(Consumer<FileMetaData> change) {
        footer = change;
        return this;
    }

    ForeignFile dictionary(Encoding encoding, int count, byte[] plain) {
        dictionaryOffset = file.size();
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, plain.length, 0);
        header.setDictionary_page_header(new DictionaryPageHeader(count, encoding));
        return page(header, new byte[0], plain, true);
    }

    /** A page whose levels, framed as their encoding asks for, are compressed with its values. */
    ForeignFile pageV1(Encoding encoding, Encoding levelEncoding, int count, byte[] levels, byte[] encoded) {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
        header.setData_page_header(new DataPageHeader(count, encoding, levelEncoding, levelEncoding));
        return dataPage(header, encoding, count, new byte[0], concat(levels, encoded), true);
    }

    /** A page whose levels are not compressed. */
    ForeignFile pageV2(Encoding encoding, int count, int nulls, byte[] levels, byte[] encoded, boolean isCompressed) {
        PageHeader header = new PageHeader(PageType.DATA_PAGE_V2, 0, 0);
        DataPageHeaderV2 data = new DataPageHeaderV2(count, nulls, count, encoding, levels.length, 0);
        header.setData_page_header_v2(data.setIs_compressed(isCompressed));
        return dataPage(header, encoding, count, levels, encoded, isCompressed);
    }

    private ForeignFile dataPage(
            PageHeader header, Encoding encoding, int count, byte[] plain, byte[] rest, boolean isCompressed) {
        dataOffset = dataOffset < 0 ? file.size() : dataOffset;
        encodings.add(encoding);
        values += count;
        return page(header, plain, rest, isCompressed);
    }

    private ForeignFile page(PageHeader header, byte[] plain, byte[] rest, boolean isCompressed) {
        byte[] body = concat(plain, isCompressed ? compressor.apply(rest) : rest);
        header.setCompressed_page_size(body.length);
        header.setUncompressed_page_size(plain.length + rest.length);
        if (checksums) {
            CRC32 checksum = new CRC32();
            checksum.update(body);
            header.setCrc((int) checksum.getValue() ^ wrongChecksums);
        }
        headers.accept(header);
        uncompressed += plain.length + rest.length + 100;
        write(out -> Util.writePageHeader(header, out));
        file.writeBytes(body);
        return this;
    }

    byte[] bytes() {
        long first = dictionaryOffset < 0 ? Math.max(4, dataOffset) : dictionaryOffset;
        ColumnMetaData column = new ColumnMetaData(
                schema.get(schema.size() - 1).getType(),
                List.copyOf(encodings),
                path,
                codec,
                values,
                uncompressed,
                file.size() - first,
                Math.max(4, dataOffset));
        if (dictionaryOffset >= 0) {
            column.setDictionary_page_offset(dictionaryOffset);
        }
        ColumnChunk chunk = new ColumnChunk(0).setMeta_data(column);
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement("foreign").setNum_children(1));
        elements.addAll(schema);
        FileMetaData metadata = new FileMetaData(
                1, elements, values, new ArrayList<>(List.of(new RowGroup(List.of(chunk), uncompressed, values))));
        footer.accept(metadata);
        return end(metadata);
    }

    private byte[] end(FileMetaData metadata) {
        int before = file.size();
        write(out -> Util.writeFileMetaData(metadata, out));
        int length = file.size() - before;
        file.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private void write(Structure structure) {
        try {
            structure.writeTo(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Something that knows how to write itself. */
    @FunctionalInterface
    private interface Structure {

        void writeTo(ByteArrayOutputStream out) throws IOException;
    }
}
