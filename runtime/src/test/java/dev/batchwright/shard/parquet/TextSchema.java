package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.FileMetaData;
import dev.batchwright.shaded.parquet.schema.MessageType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Schemas from text, and back, by way of the parquet-java that users know, not the one inside of us: it parses and prints, and the
 * two meet in the bytes of a footer.
 */
final class TextSchema {

    private TextSchema() {}

    /** What our reader makes of a footer that parquet-java wrote. */
    static MessageType parse(String text) {
        byte[] footer = foreignFooter(text);
        FileMetaData written = new FileMetaData();
        try {
            written.read(Thrift.protocol(new ByteArrayInputStream(footer), footer.length));
        } catch (Exception e) {
            throw new IllegalStateException("The footer of " + text + " cannot be read", e);
        }
        return SchemaReader.schema(written.getSchema());
    }

    /** What parquet-java makes of a footer that we wrote, but for the order of statistics, which no text can say. */
    static String print(MessageType schema) {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        FileMetaData written = new FileMetaData(1, SchemaWriter.elements(schema), 0, List.of());
        written.setColumn_orders(SchemaWriter.orders(schema));
        try {
            dev.batchwright.shaded.parquet.format.Util.writeFileMetaData(written, footer);
            return new ParquetMetadataConverter()
                    .fromParquetMetadata(Util.readFileMetaData(new ByteArrayInputStream(footer.toByteArray())))
                    .getFileMetaData()
                    .getSchema()
                    .toString()
                    .replaceAll(" columnorder\\(\\w+\\)", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as parquet-java prints it. */
    static String normal(String text) {
        return MessageTypeParser.parseMessageType(text).toString();
    }

    /** A footer without row groups, as parquet-java writes it. */
    static byte[] foreignFooter(String text) {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        ParquetMetadata metadata = new ParquetMetadata(
                new org.apache.parquet.hadoop.metadata.FileMetaData(
                        MessageTypeParser.parseMessageType(text), Map.of(), "a test"),
                List.of());
        try {
            Util.writeFileMetaData(new ParquetMetadataConverter().toParquetMetadata(1, metadata), footer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return footer.toByteArray();
    }
}
