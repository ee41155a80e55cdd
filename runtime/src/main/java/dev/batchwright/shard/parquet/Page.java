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
record Page(
        byte[] bytes, Levels repetitions, Levels definitions, Range values, int count, long rows, Encoding encoding) {

    /**
     * Some of the page's bytes.
     *
     * @param start the first byte
     * @param end the byte after the last
     */
    record Range(int start, int end) {}

    /**
     * Some of the page's bytes, which are levels.
     *
     * @param start the first byte
     * @param end the byte after the last
     * @param form how they are encoded
     */
    record Levels(int start, int end, Form form) {}

    /** How levels are encoded. */
    enum Form {
        /** In the oldest encoding, BIT_PACKED. */
        PACKED,
        /** In runs, as everybody else has them. */
        RUNS,
        /** In runs after which nothing is left, so that a wrong number of levels shows. */
        OWN_RUNS
    }

    /**
     * Decodes levels, one for each entry of the page.
     *
     * @param range where they stand
     * @param maxLevel the highest that there may be
     * @param into takes them
     * @param counted a level
     * @return how many of them are that level
     */
    int levels(Levels range, int maxLevel, byte[] into, int counted) {
        int start = range.start();
        int end = range.end();
        return switch (range.form()) {
            case PACKED -> LevelDecoder.decodePacked(bytes, start, end, maxLevel, into, count, counted);
            case RUNS -> LevelDecoder.decode(bytes, start, end, maxLevel, into, count, counted);
            case OWN_RUNS -> LevelDecoder.decodeAll(bytes, start, end, maxLevel, into, count, counted);
        };
    }

    /** The values, little-endian, after a check that they have room for a number of values in the plain encoding. */
    ByteBuffer plain(int number, int width) {
        checkRoom(number, width);
        return ByteBuffer.wrap(bytes, values.start(), number * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Before anything is allocated for the values. */
    void checkRoom(int number, int width) {
        if ((long) number * width > values.end() - values.start()) {
            throw new ParquetDecodingException("a page is too short for its " + number + " values");
        }
    }

    /** parquet-java's decoder of the values. */
    ValuesReader decoder(ColumnDescriptor column, @Nullable Dictionary dictionary, int number) throws IOException {
        if (encoding.usesDictionary() && dictionary == null) {
            throw new ParquetDecodingException("a page refers to a dictionary that is not there");
        }
        checkRuns(column, number);
        ValuesReader decoder = encoding.usesDictionary()
                ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
                : encoding.getValuesReader(column, ValuesType.VALUES);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, values.start(), values.end() - values.start());
        decoder.initFromPage(number, ByteBufferInputStream.wrap(buffer.slice()));
        return decoder;
    }

    /** Makes sure of what parquet-java believes. */
    private void checkRuns(ColumnDescriptor column, int number) {
        int start = values.start();
        int end = values.end();
        switch (encoding) {
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                if (number > 0) {
                    RunsCheck.hybrid(bytes, start + 1, end, plain(1, 1).get(), number);
                }
            }
            case RLE -> {
                // After their length in four bytes, which parquet-java does not use.
                plain(4, 1);
                RunsCheck.hybrid(bytes, start + 4, end, 1, number);
            }
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> RunsCheck.deltas(bytes, start, end, number);
            case DELTA_BYTE_ARRAY -> {
                int suffixes = RunsCheck.deltas(bytes, start, end, number);
                RunsCheck.deltas(bytes, suffixes, end, number);
                PrefixCheck.check(bytes, start, suffixes, end, number);
            }
            case BYTE_STREAM_SPLIT -> checkWidth(column, number);
            default -> {}
        }
    }

    private void checkWidth(ColumnDescriptor column, int number) {
        int width = switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32, FLOAT -> 4;
            case INT64, DOUBLE -> 8;
            case FIXED_LEN_BYTE_ARRAY -> column.getPrimitiveType().getTypeLength();
            default -> 1;
        };
        plain(number, width);
    }
}
