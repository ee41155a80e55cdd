package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Dictionary;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.page.DictionaryPage;
import dev.batchwright.shaded.parquet.format.PageHeader;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The dictionary of a column in a row group, which the pages after it refer to. It may have none. */
final class ChunkDictionary {

    private final ColumnDescriptor column;
    private byte @Nullable [] plain;
    private int size;
    private @Nullable Dictionary decoded;

    ChunkDictionary(ColumnDescriptor column) {
        this.column = column;
    }

    /** Whether it has been come to. */
    boolean isThere() {
        return plain != null;
    }

    /** Its values in the plain encoding, or null if the pages so far have none. */
    byte @Nullable [] plain() {
        return plain;
    }

    /** How many values it has. */
    int size() {
        return size;
    }

    /** parquet-java's form of it, or null if the pages so far have none. */
    @Nullable
    Dictionary decoded() throws IOException {
        if (decoded == null && plain != null) {
            DictionaryPage page = new DictionaryPage(BytesInput.from(plain), size, Encoding.PLAIN);
            decoded = Encoding.PLAIN.initDictionary(column, page);
        }
        return decoded;
    }

    /** Reads the page that holds it, whose header has been read. */
    void read(PageHeader header, PageBytes bytes) throws IOException {
        int length = header.getUncompressed_page_size();
        int values = header.getDictionary_page_header().getNum_values();
        if (isThere() || values < 0 || values > length / smallestWidth()) {
            throw bytes.damaged("it has two dictionaries, or one of " + values + " values in " + length + " bytes");
        }
        plain = bytes.readBody(header, 0, true, new byte[length]);
        size = values;
    }

    /** Whether its values take all of its bytes; asked where it is there and was decoded. */
    boolean isWhole() {
        byte[] bytes = plain;
        return bytes != null && encodedLength(bytes) == bytes.length;
    }

    private long encodedLength(byte[] bytes) {
        if (column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
            return (long) size * smallestWidth();
        }
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = 0;
        for (int value = 0; value < size; value++) {
            end += Integer.BYTES + values.getInt(end);
        }
        return end;
    }

    /** How many bytes a value takes at least. */
    private int smallestWidth() {
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> 1;
            case INT32, FLOAT, BINARY -> 4;
            case INT64, DOUBLE -> 8;
            case INT96 -> 12;
            case FIXED_LEN_BYTE_ARRAY -> Math.max(1, column.getPrimitiveType().getTypeLength());
        };
    }
}
