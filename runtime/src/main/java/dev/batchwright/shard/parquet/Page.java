package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.ByteBufferInputStream;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Dictionary;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.ValuesType;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A data page, decompressed. Its bytes are overwritten by the next page of the column.
 *
 * @param bytes holds levels and values
 * @param repetitions where the repetition levels stand
 * @param definitions where the definition levels stand
 * @param values where the values stand
 * @param count how many levels there are, nulls included
 * @param rows how many rows it holds, or -1 if that is not known before its levels are read
 * @param encoding how the values are encoded
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record Page(byte[] bytes, Range repetitions, Range definitions, Range values, int count, long rows, Encoding encoding) {

    private static final int LARGEST_BLOCK = 1 << 20;

    /**
     * Some of the page's bytes.
     *
     * @param start the first byte
     * @param end the byte after the last
     */
    record Range(int start, int end) {}

    /**
     * Decodes levels.
     *
     * @param range where they stand
     * @param maxLevel the highest that there may be
     * @param reused an array to use if it is large enough
     * @return the levels, one for each entry of the page
     */
    byte[] levels(Range range, int maxLevel, byte[] reused) {
        byte[] levels = reused.length < count ? new byte[count] : reused;
        LevelDecoder.decode(bytes, range.start(), range.end(), maxLevel, levels, count);
        return levels;
    }

    /** How many entries of the page have a level. */
    int countOf(int level, byte[] levels) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += levels[i] == level ? 1 : 0;
        }
        return found;
    }

    /** The values, little-endian, after a check that they have room for a number of values in the plain encoding. */
    ByteBuffer plain(int number, int width) {
        long length = (long) number * width;
        if (length > values.end() - values.start()) {
            throw new ParquetDecodingException("a page is too short for its " + number + " values");
        }
        return ByteBuffer.wrap(bytes, values.start(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** parquet-java's decoder of the values. */
    ValuesReader decoder(ColumnDescriptor column, @Nullable Dictionary dictionary, int number) throws IOException {
        if (encoding.usesDictionary() && dictionary == null) {
            throw new ParquetDecodingException("a page refers to a dictionary that is not there");
        }
        switch (encoding) {
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY -> checkDelta(number);
            default -> {}
        }
        ValuesReader decoder = encoding.usesDictionary()
                ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
                : encoding.getValuesReader(column, ValuesType.VALUES);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, values.start(), values.end() - values.start());
        decoder.initFromPage(number, ByteBufferInputStream.wrap(buffer.slice()));
        return decoder;
    }

    /** parquet-java allocates what the header of delta encoded values asks for before it reads them. */
    private void checkDelta(int number) {
        int[] header = new int[3];
        int at = values.start();
        for (int i = 0; i < header.length; i++) {
            for (int shift = 0; shift < 35; shift += 7) {
                if (at >= values.end()) {
                    throw new ParquetDecodingException("a page of deltas ends within its header");
                }
                int next = bytes[at++];
                header[i] |= (next & 0x7F) << shift;
                if (next >= 0) {
                    break;
                }
            }
        }
        int block = header[0];
        int miniBlocks = header[1];
        boolean sensible = block > 0 && block <= LARGEST_BLOCK && miniBlocks > 0 && miniBlocks <= block;
        // A block takes at least a byte for its smallest delta and one for each mini-block.
        if (!sensible || header[2] != number || number - 1 > (values.end() - at) / (1L + miniBlocks) * block + block) {
            throw new ParquetDecodingException("a page of deltas has " + header[2] + " values in blocks of " + block
                    + ", and not " + number + " values");
        }
    }
}
