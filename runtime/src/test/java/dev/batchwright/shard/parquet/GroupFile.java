package dev.batchwright.shard.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Writes rows of any schema into one row group, a page for each column. Levels and values are those that the parquet-java of users makes
 * of the rows; its writer of files would need all of Hadoop.
 */
final class GroupFile {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<ColumnChunk> chunks = new ArrayList<>();

    private GroupFile() {}

    /** Makes a file of a schema as text, and of what fills its rows. */
    static byte[] of(String schemaText, List<Consumer<Group>> rows) throws IOException {
        GroupFile made = new GroupFile();
        made.file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        made.writeColumns(MessageTypeParser.parseMessageType(schemaText), rows);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(TextSchema.foreignFooter(schemaText)));
        footer.setNum_rows(rows.size());
        if (!rows.isEmpty()) {
            footer.setRow_groups(List.of(new RowGroup(made.chunks, made.file.size(), rows.size())));
        }
        return made.end(footer);
    }

    private void writeColumns(MessageType schema, List<Consumer<Group>> rows) throws IOException {
        ParquetProperties properties =
                ParquetProperties.builder().withDictionaryEncoding(false).build();
        ColumnWriteStore columns = properties.newColumnWriteStore(schema, Page::new);
        RecordConsumer records = new ColumnIOFactory().getColumnIO(schema).getRecordWriter(columns);
        GroupWriter writer = new GroupWriter(records, schema);
        for (Consumer<Group> row : rows) {
            Group group = new SimpleGroup(schema);
            row.accept(group);
            writer.write(group);
        }
        records.flush();
        columns.flush();
        columns.close();
    }

    private byte[] end(FileMetaData footer) throws IOException {
        int before = file.size();
        Util.writeFileMetaData(footer, file);
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(file.size() - before);
        file.writeBytes(length.array());
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    /** The one page of a column. */
    private final class Page implements PageWriter {

        private final ColumnDescriptor column;

        Page(ColumnDescriptor column) {
            this.column = column;
        }

        @Override
        public void writePage(
                BytesInput bytes,
                int values,
                int rows,
                Statistics<?> statistics,
                SizeStatistics sizes,
                GeospatialStatistics shapes,
                Encoding repetitions,
                Encoding definitions,
                Encoding encoding)
                throws IOException {
            int at = file.size();
            int size = (int) bytes.size();
            org.apache.parquet.format.Encoding plain = org.apache.parquet.format.Encoding.valueOf(encoding.name());
            org.apache.parquet.format.Encoding levels = org.apache.parquet.format.Encoding.RLE;
            PageHeader header = new PageHeader(PageType.DATA_PAGE, size, size);
            header.setData_page_header(new DataPageHeader(values, plain, levels, levels));
            Util.writePageHeader(header, file);
            bytes.writeAllTo(file);
            int written = file.size() - at;
            chunks.add(new ColumnChunk(0)
                    .setMeta_data(new ColumnMetaData(
                            type(),
                            List.of(plain),
                            List.of(column.getPath()),
                            CompressionCodec.UNCOMPRESSED,
                            values,
                            written,
                            written,
                            at)));
        }

        private Type type() {
            return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                case BINARY -> Type.BYTE_ARRAY;
                case INT32 -> Type.INT32;
                case INT96 -> Type.INT96;
                default -> throw new UnsupportedOperationException(column.toString());
            };
        }

        @Override
        public void writePage(
                BytesInput bytes,
                int values,
                int rows,
                Statistics<?> statistics,
                Encoding repetitions,
                Encoding definitions,
                Encoding encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("deprecation") // Every page writer has to have it.
        public void writePage(
                BytesInput bytes,
                int values,
                Statistics<?> statistics,
                Encoding repetitions,
                Encoding definitions,
                Encoding encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writePageV2(
                int rows,
                int nulls,
                int values,
                BytesInput repetitions,
                BytesInput definitions,
                Encoding encoding,
                BytesInput data,
                Statistics<?> statistics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeDictionaryPage(DictionaryPage page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getMemSize() {
            return 0;
        }

        @Override
        public long allocatedSize() {
            return 0;
        }

        @Override
        public String memUsageString(String prefix) {
            return prefix;
        }
    }
}
