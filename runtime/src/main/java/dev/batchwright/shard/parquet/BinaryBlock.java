package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import dev.batchwright.utf8.Utf8Decoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where texts or bytes lie in an array. */
final class BinaryBlock {

    /** Values that share their beginnings can make any number of bytes out of few. */
    private static final int MOST_COPIED = 256 << 20;

    private final Utf8Decoder utf8 = new Utf8Decoder();
    private byte[] bytes = {};
    private int[] starts = {};
    private int[] lengths = {};

    /** Finds values that stand one after the other, each after its length in four bytes. */
    void find(byte[] in, int start, int end, int number) {
        checkRoom(4L * number, start, end);
        begin(in, number);
        int at = start;
        for (int i = 0; i < number; i++) {
            if (end - at < 4) {
                throw new ParquetDecodingException("a page ends before its last value");
            }
            int length =
                    (in[at] & 0xFF) | ((in[at + 1] & 0xFF) << 8) | ((in[at + 2] & 0xFF) << 16) | (in[at + 3] << 24);
            at += 4;
            if (length < 0 || length > end - at) {
                throw new ParquetDecodingException("a value says that it has " + length + " bytes");
            }
            starts[i] = at;
            lengths[i] = length;
            at += length;
        }
    }

    /** Finds values of one length that stand one after the other. */
    void findFixed(byte[] in, int start, int end, int number, int length) {
        checkRoom((long) number * length, start, end);
        begin(in, number);
        for (int i = 0; i < number; i++) {
            starts[i] = start + i * length;
            lengths[i] = length;
        }
    }

    /** Copies values that parquet-java decodes. */
    void copy(ValuesReader decoder, int number) {
        byte[] copies = new byte[1024];
        int[] from = new int[number];
        int[] counts = new int[number];
        int size = 0;
        for (int i = 0; i < number; i++) {
            byte[] value = decoder.readBytes().getBytesUnsafe();
            if (value.length > MOST_COPIED - size) {
                throw new ParquetDecodingException("its values take more than " + MOST_COPIED + " bytes");
            }
            if (copies.length - size < value.length) {
                copies = Arrays.copyOf(copies, Math.max(size + value.length, 2 * size));
            }
            System.arraycopy(value, 0, copies, size, value.length);
            from[i] = size;
            counts[i] = value.length;
            size += value.length;
        }
        bytes = copies;
        starts = from;
        lengths = counts;
    }

    /** A value as a text, or null if it is not valid UTF-8. */
    @Nullable
    String text(int index) {
        return utf8.decode(bytes, starts[index], lengths[index]);
    }

    byte[] bytes(int index) {
        return Arrays.copyOfRange(bytes, starts[index], starts[index] + lengths[index]);
    }

    int length(int index) {
        return lengths[index];
    }

    /** Before anything is allocated for the values. */
    private static void checkRoom(long needed, int start, int end) {
        if (needed > end - start) {
            throw new ParquetDecodingException("a page is too short for its values");
        }
    }

    private void begin(byte[] in, int number) {
        bytes = in;
        if (starts.length < number) {
            starts = new int[number];
            lengths = new int[number];
        }
    }
}
