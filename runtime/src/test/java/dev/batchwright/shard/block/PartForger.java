package dev.batchwright.shard.block;

import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes files whose checksums are right and whose content no writer would write. */
public final class PartForger {

    private final BlockLayout layout;
    private final ShardSerializer<?> serializer;

    public PartForger(BlockFormat format, ShardSerializer<?> serializer) {
        this.layout = format.layout();
        this.serializer = serializer;
    }

    /** The first block of a file as it is stored there. */
    public byte[] firstBlock(byte[] file) throws IOException {
        int begin = FileFooter.FIRST_BLOCK + BlockHeader.BYTES;
        return Arrays.copyOfRange(file, begin, (int) footer(file).begin());
    }

    int lengthOfFirstBlock(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(FileFooter.FIRST_BLOCK);
    }

    /** A file in one block that is damaged in nothing but what its rows say. */
    public byte[] withRows(byte[] rows, int count) throws IOException {
        return withBlock(CompressionSetting.NONE, rows, rows.length, count);
    }

    /** A file in one block that claims a length. */
    public byte[] withBlock(CompressionSetting compression, byte[] stored, int length, int count) throws IOException {
        int checksum = BlockHeader.checksum(stored, 0, stored.length);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(layout.magic());
        file.write(new BlockHeader(length, stored.length, count, checksum).encode());
        file.write(stored);
        BlockIndex index = new BlockIndex();
        index.add(FileFooter.FIRST_BLOCK, count);
        PartFooter part = PartBytes.footer(serializer, compression, count);
        file.write(new FileFooter(part, index, file.size()).encode(layout));
        return file.toByteArray();
    }

    /** The text of a file's footer. */
    String footerText(byte[] file) throws IOException {
        return new String(
                file,
                (int) footer(file).begin(),
                file.length - 16 - (int) footer(file).begin(),
                StandardCharsets.UTF_8);
    }

    /** A file with another footer. */
    byte[] withFooter(byte[] file, String text) throws IOException {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(file, 0, (int) footer(file).begin());
        changed.write(json);
        changed.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(json.length)
                .putInt(BlockHeader.checksum(json, 0, json.length))
                .array());
        changed.write(layout.magic());
        return changed.toByteArray();
    }

    private FileFooter footer(byte[] file) throws IOException {
        return FileFooter.read(new BytesPartInput("file", file), layout);
    }
}
