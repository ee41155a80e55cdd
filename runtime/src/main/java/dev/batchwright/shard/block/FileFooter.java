package dev.batchwright.shard.block;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.batchwright.shard.FooterJson;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What stands at the end of a file: JSON with the part's footer and the block index, then the length of the JSON and its CRC32C as
 * little-endian ints, then the magic bytes that the file began with.
 *
 * @param part what the part says of itself
 * @param blocks where its blocks are
 * @param begin where the footer begins, and so where the last block ends
 * @param checksum the CRC32C of the JSON
 */
record FileFooter(PartFooter part, BlockIndex blocks, long begin, int checksum) {

    /** A footer that is going to be written. */
    FileFooter(PartFooter part, BlockIndex blocks, long begin) {
        this(part, blocks, begin, 0);
    }

    /** Where the first block begins. */
    static final int FIRST_BLOCK = BlockLayout.MAGIC_LENGTH;

    private static final int TRAILER = 2 * Integer.BYTES + BlockLayout.MAGIC_LENGTH;

    private static final JsonFactory JSON = new JsonFactory();

    byte[] encode(BlockLayout layout) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("part");
            json.writeRawValue(FooterJson.write(part));
            json.writeFieldName("blocks");
            blocks.write(json);
            json.writeEndObject();
        }
        int length = bytes.size();
        int checksum = BlockHeader.checksum(bytes.toByteArray(), 0, length);
        bytes.write(ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(checksum)
                .put(layout.magic())
                .array());
        return bytes.toByteArray();
    }

    static FileFooter read(PartInput in, BlockLayout layout) throws IOException {
        try {
            return readChecked(in, layout);
        } catch (EOFException e) {
            throw Damage.of(in.name(), "it ends while its footer is read", e);
        }
    }

    private static FileFooter readChecked(PartInput in, BlockLayout layout) throws IOException {
        long length = in.length();
        if (length < FIRST_BLOCK + TRAILER) {
            throw Damage.of(in.name(), "it has " + length + " bytes, fewer than any part");
        }
        checkMagic(in, layout, 0, "begin");
        checkMagic(in, layout, length - BlockLayout.MAGIC_LENGTH, "end");
        byte[] trailer = new byte[2 * Integer.BYTES];
        in.readFully(length - TRAILER, trailer, 0, trailer.length);
        ByteBuffer numbers = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
        int jsonLength = numbers.getInt();
        if (jsonLength < 0 || jsonLength > length - TRAILER - FIRST_BLOCK) {
            throw Damage.of(in.name(), "its footer is said to have " + jsonLength + " bytes");
        }
        long begin = length - TRAILER - jsonLength;
        byte[] json = new byte[jsonLength];
        in.readFully(begin, json, 0, jsonLength);
        int checksum = numbers.getInt();
        if (BlockHeader.checksum(json, 0, jsonLength) != checksum) {
            throw Damage.of(in.name(), "the checksum of its footer does not match");
        }
        return parse(json, begin, checksum, in.name());
    }

    private static void checkMagic(PartInput in, BlockLayout layout, long position, String where) throws IOException {
        byte[] found = new byte[BlockLayout.MAGIC_LENGTH];
        in.readFully(position, found, 0, found.length);
        if (!Arrays.equals(found, layout.magic())) {
            throw Damage.of(in.name(), "it does not " + where + " as a " + layout.title() + " part does");
        }
    }

    private static FileFooter parse(byte[] text, long begin, int checksum, String file) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT || !"part".equals(json.nextFieldName())) {
                throw Damage.of(file, "its footer does not begin with the part");
            }
            json.nextToken();
            PartFooter part = FooterJson.read(copy(json), file);
            if (!"blocks".equals(json.nextFieldName())) {
                throw Damage.of(file, "its footer has no block index");
            }
            BlockIndex blocks = BlockIndex.read(json, FIRST_BLOCK, begin);
            if (blocks == null || json.nextToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw Damage.of(file, "its block index does not fit the file");
            }
            if (blocks.totalRows() != part.rows()) {
                throw Damage.of(
                        file, "its blocks hold " + blocks.totalRows() + " rows and its footer says " + part.rows());
            }
            return new FileFooter(part, blocks, begin, checksum);
        } catch (IOException e) {
            throw Damage.of(file, "its footer is not valid JSON", e);
        }
    }

    private static String copy(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
