package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BINARY or FIXED_LEN_BYTE_ARRAY column: text, bytes, constants, decimals, UUIDs. What stands in a dictionary is made into an
 * object once.
 */
final class BinaryReader extends LeafReader {

    private static final int UUID_LENGTH = 16;

    private final PrimitiveType type;
    private final OptionalInt scale;
    private final BinaryBlock plain = new BinaryBlock();
    private @Nullable BinaryBlock dictionary;
    private @Nullable Object[] objects = {};
    private int[] ids = {};
    private boolean usesDictionary;

    BinaryReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        this(rows, pages, presentDefinition, OptionalInt.empty());
    }

    /** Reads bytes that are decimals without their point, if there is a scale. */
    BinaryReader(RowCursor rows, ChunkPages pages, int presentDefinition, OptionalInt scale) {
        super(rows, pages, presentDefinition);
        this.scale = scale;
        this.type = column().getPrimitiveType();
    }

    @Override
    public String readString() {
        int index = take();
        if (!usesDictionary) {
            return text(plain, index);
        }
        int id = ids[index];
        Object object = objects[id];
        if (object == null) {
            object = text(block(), id);
            objects[id] = object;
        }
        return (String) object;
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> constants) {
        int index = take();
        if (!usesDictionary) {
            return constant(constants, text(plain, index));
        }
        int id = ids[index];
        Object object = objects[id];
        if (object == null) {
            object = constant(constants, text(block(), id));
            objects[id] = object;
        }
        return constants.cast(object);
    }

    @Override
    public byte[] readBytes() {
        int index = take();
        return block().bytes(usesDictionary ? ids[index] : index);
    }

    @Override
    public UUID readUuid() {
        byte[] bytes = readBytes();
        if (bytes.length != UUID_LENGTH) {
            throw wrong("a UUID of " + bytes.length + " bytes", null);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public BigDecimal readDecimal() {
        byte[] bytes = readBytes();
        try {
            return scale.isPresent()
                    ? new BigDecimal(new BigInteger(bytes), scale.getAsInt())
                    : new BigDecimal(new String(bytes, StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            throw wrong("a text that is no decimal number", e);
        }
    }

    @Override
    void decode(Page page, int number) throws IOException {
        usesDictionary = page.encoding().usesDictionary();
        if (usesDictionary) {
            decodeIds(page, number);
        } else if (page.encoding() != Encoding.PLAIN) {
            plain.copy(decoder(page, number), number);
        } else {
            find(plain, page.bytes(), page.values().start(), page.values().end(), number);
        }
    }

    private void decodeIds(Page page, int number) {
        int size = openDictionary();
        if (ids.length < number) {
            ids = new int[number];
        }
        NumberDecoder.decode(page, size, ids, number);
    }

    private int openDictionary() {
        byte[] bytes = pages().dictionary().plain();
        if (bytes == null) {
            throw new ParquetDecodingException("a page refers to a dictionary that is not there");
        }
        int size = pages().dictionary().size();
        if (dictionary == null) {
            BinaryBlock block = new BinaryBlock();
            find(block, bytes, 0, bytes.length, size);
            objects = new @Nullable Object[size];
            dictionary = block;
        }
        return size;
    }

    private void find(BinaryBlock block, byte[] bytes, int start, int end, int number) {
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
            block.findFixed(bytes, start, end, number, type.getTypeLength());
        } else {
            block.find(bytes, start, end, number);
        }
    }

    private BinaryBlock block() {
        return usesDictionary && dictionary != null ? dictionary : plain;
    }

    private String text(BinaryBlock block, int index) {
        String text = block.text(index);
        if (text == null) {
            throw wrong("a text that is not UTF-8", null);
        }
        return text;
    }

    private <E extends Enum<E>> E constant(Class<E> constants, String name) {
        try {
            return Enum.valueOf(constants, name);
        } catch (IllegalArgumentException e) {
            throw wrong("'" + name + "', which is none of " + Arrays.toString(constants.getEnumConstants()), e);
        }
    }
}
