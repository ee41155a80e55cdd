package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.shaded.parquet.format.CompressionCodec;
import dev.batchwright.shaded.parquet.format.PageHeader;
import dev.batchwright.shaded.thrift.TException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** The bytes of a column chunk: headers and bodies of pages, with every length checked before it is believed. */
final class PageBytes {

    /** Most headers have less than forty bytes; those with statistics, from other makers, may have more. */
    private static final int FIRST_TRY = 256;

    private static final int LARGEST_HEADER = 1 << 20;

    private static final long FEW_ENTRIES = 1 << 20;

    private static final long ENTRIES_PER_BYTE = 16;

    private final ParquetFile file;
    private final Chunk chunk;
    private final PageDecompressor decompressor;
    private final long end;
    private long position;
    private byte[] compressed = {};

    PageBytes(ParquetFile file, Chunk chunk, PageDecompressor decompressor) {
        this.file = file;
        this.chunk = chunk;
        this.decompressor = decompressor;
        this.position = chunk.start();
        this.end = position + chunk.size();
        if (chunk.codec() == null || !PageDecompressor.knows(chunk.codec())) {
            throw damaged("it is compressed with " + chunk.codec() + ", which cannot be read."
                    + " Write the file again with Zstandard or Snappy, by the tool that wrote it");
        }
        if (position < 4 || chunk.size() < 0 || end > file.dataEnd() || end < position) {
            throw damaged("it lies outside of the file");
        }
    }

    /** Whether the file is one that this package wrote. */
    boolean isOwn() {
        return file.tail() != null;
    }

    /**
     * The largest number of entries in a page that is believed. A run of equal levels takes a few bytes, however long it is, and room
     * for each of them is made: so much as our own writer writes, or as the size of a file of another maker makes likely.
     */
    long mostEntries(PageHeader header) {
        return isOwn()
                ? InflationLimit.ofEntries(header.getUncompressed_page_size())
                : Math.max(FEW_ENTRIES, ENTRIES_PER_BYTE * file.dataEnd());
    }

    long position() {
        return position;
    }

    void moveTo(long target) {
        if (target < chunk.start() || target >= end) {
            throw damaged("a page lies outside of it");
        }
        position = target;
    }

    void skipBody(PageHeader header) {
        position += header.getCompressed_page_size();
    }

    /** Reads the header of the page that begins here, and goes to its body. */
    PageHeader readHeader() throws IOException {
        if (position >= end) {
            throw damaged("it ends before its last page");
        }
        for (int size = FIRST_TRY; ; size *= 16) {
            int length = (int) Math.min(size, end - position);
            byte[] bytes = new byte[length];
            file.in().readFully(position, bytes, 0, length);
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            PageHeader header = new PageHeader();
            try {
                header.read(Thrift.protocol(in, Math.max(1, length)));
            } catch (TException | RuntimeException | StackOverflowError e) {
                if (length == end - position || size >= LARGEST_HEADER) {
                    throw damaged("the header of a page cannot be understood", e);
                }
                continue;
            }
            position += length - in.available();
            check(header);
            return header;
        }
    }

    /**
     * Reads the body of a page.
     *
     * @param header its header
     * @param plain how many of its first bytes are not compressed
     * @param isCompressed whether the others are
     * @param into an array to use if it is large enough
     * @return the body, at the start of an array
     */
    byte[] readBody(PageHeader header, int plain, boolean isCompressed, byte[] into) throws IOException {
        int count = header.getCompressed_page_size();
        int length = header.getUncompressed_page_size();
        if (plain < 0 || plain > count || plain > length) {
            throw damaged("the levels of a page are longer than the page");
        }
        // Where nothing is left to compress, some writers leave out even the frame of the compression.
        if (!isCompressed || count == plain || chunk.codec() == CompressionCodec.UNCOMPRESSED) {
            if (count != length) {
                throw damaged("a page that is not compressed has " + count + " bytes and says that it holds " + length);
            }
            byte[] body = room(into, length);
            read(header, body, count);
            return body;
        }
        compressed = room(compressed, count);
        read(header, compressed, count);
        byte[] body = room(into, length);
        System.arraycopy(compressed, 0, body, 0, plain);
        try {
            decompressor.decompress(chunk.codec(), compressed, plain, count - plain, body, plain, length - plain);
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw damaged("a page cannot be decompressed: " + e.getMessage(), e);
        }
        return body;
    }

    private void read(PageHeader header, byte[] into, int count) throws IOException {
        file.in().readFully(position, into, 0, count);
        position += count;
        checkChecksum(header, into, count);
    }

    /** Somewhat more than is asked for: pages are about equal, and each that is a little larger would take a new array. */
    private static byte[] room(byte[] reused, int length) {
        return reused.length < length ? new byte[Math.max(length, length + (length >> 4))] : reused;
    }

    private void check(PageHeader header) {
        long count = header.getCompressed_page_size();
        long length = header.getUncompressed_page_size();
        if (count < 0 || count > end - position) {
            throw damaged("a page has a length of " + count + " bytes");
        }
        if (length < 0 || length > InflationLimit.of(chunk.codec(), count) || length > chunk.uncompressedSize()) {
            throw damaged("a page of " + count + " bytes says that it holds " + length);
        }
    }

    private void checkChecksum(PageHeader header, byte[] body, int count) {
        if (!header.isSetCrc()) {
            if (file.tail() != null) {
                throw damaged("a page has no checksum");
            }
            return;
        }
        CRC32 checksum = new CRC32();
        checksum.update(body, 0, count);
        if ((int) checksum.getValue() != header.getCrc()) {
            throw damaged("the checksum of a page does not hold");
        }
    }

    BatchwrightException damaged(String what) {
        return damaged(what, null);
    }

    BatchwrightException damaged(String what, @Nullable Throwable cause) {
        return file.damage().because("column " + String.join(".", chunk.path()) + ": " + what, cause);
    }
}
