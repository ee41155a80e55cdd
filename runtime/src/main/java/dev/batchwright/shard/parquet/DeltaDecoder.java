package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decodes whole numbers from their differences, whatever the size of the blocks: the counterpart of {@link DeltaEncoder}. */
final class DeltaDecoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private final boolean narrow;
    private final int blockSize;
    private final int miniBlocks;
    private int at;

    private DeltaDecoder(byte[] bytes, int start, int end, boolean narrow) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.narrow = narrow;
        this.blockSize = (int) Math.min(Integer.MAX_VALUE, readVarLong());
        this.miniBlocks = (int) Math.min(Integer.MAX_VALUE, readVarLong());
        if (blockSize <= 0 || miniBlocks <= 0 || blockSize % miniBlocks != 0 || blockSize / miniBlocks % 8 != 0) {
            throw new ParquetDecodingException(
                    "a page of deltas has blocks of " + blockSize + " values in " + miniBlocks + " parts");
        }
    }

    /**
     * Decodes the numbers of a page.
     *
     * @param bytes holds them
     * @param start where they begin
     * @param end where they end
     * @param narrow whether they have 32 bits
     * @param number how many there are
     * @param reused an array to use if it is large enough
     * @return the numbers, from index 0 on
     */
    static long[] decode(byte[] bytes, int start, int end, boolean narrow, int number, long[] reused) {
        DeltaDecoder decoder = new DeltaDecoder(bytes, start, end, narrow);
        decoder.checkNumber(number);
        long[] into = reused.length < number ? new long[number] : reused;
        decoder.decode(into, number);
        return into;
    }

    /** Before anything is allocated for the numbers. */
    private void checkNumber(int number) {
        long written = readVarLong();
        // A block takes at least a byte for its smallest delta and one for the width of each part.
        long most = (end - at) / (1L + miniBlocks) * blockSize + blockSize;
        if (written != number || number > most) {
            throw new ParquetDecodingException("a page of deltas has " + written + " values and not " + number);
        }
    }

    private void decode(long[] into, int number) {
        long value = readZigZag();
        if (number == 0) {
            return;
        }
        into[0] = narrow ? (int) value : value;
        for (int done = 1; done < number; done += blockSize) {
            decodeBlock(into, done, Math.min(number - done, blockSize));
        }
    }

    private void decodeBlock(long[] into, int start, int count) {
        long min = readZigZag();
        int widths = at;
        at += miniBlocks;
        if (at > end) {
            throw endsEarly();
        }
        int miniBlock = blockSize / miniBlocks;
        for (int done = 0, i = 0; done < count; done += miniBlock, i++) {
            int wanted = Math.min(miniBlock, count - done);
            unpack(into, start + done, wanted, bytes[widths + i] & 0xFF, miniBlock);
        }
        long value = into[start - 1];
        if (narrow) {
            for (int i = start; i < start + count; i++) {
                value = (int) (value + min + into[i]);
                into[i] = value;
            }
        } else {
            for (int i = start; i < start + count; i++) {
                value += min + into[i];
                into[i] = value;
            }
        }
    }

    /** Puts the differences above the smallest into their places. */
    private void unpack(long[] into, int start, int count, int width, int miniBlock) {
        long length = ((long) count * width + 7) / 8;
        if (width > Long.SIZE || length > end - at) {
            throw endsEarly();
        }
        // Nine bytes hold any value, wherever it begins in the first.
        int safe = width == 0 ? count : (int) Math.max(0, Math.min(count, (bytes.length - 9L - at) * 8 / width));
        long mask = width == Long.SIZE ? -1L : (1L << width) - 1;
        if (width <= Long.SIZE - 7) {
            unpackNarrow(into, start, safe, width, mask);
        } else {
            unpackWide(into, start, safe, width, mask);
        }
        for (int i = safe; i < count; i++) {
            into[start + i] = bitByBit((long) i * width, width);
        }
        // The last part may be cut off where its values end.
        at += (int) Math.min(end - at, (long) miniBlock * width / 8);
    }

    private void unpackNarrow(long[] into, int start, int count, int width, long mask) {
        for (int i = 0, bit = 0; i < count; i++, bit += width) {
            into[start + i] = width == 0 ? 0 : (long) LONG.get(bytes, at + (bit >>> 3)) >>> (bit & 7) & mask;
        }
    }

    private void unpackWide(long[] into, int start, int count, int width, long mask) {
        for (int i = 0, bit = 0; i < count; i++, bit += width) {
            int place = at + (bit >>> 3);
            int shift = bit & 7;
            long low = (long) LONG.get(bytes, place) >>> shift;
            long high = shift == 0 ? 0 : (bytes[place + 8] & 0xFFL) << (Long.SIZE - shift);
            into[start + i] = (low | high) & mask;
        }
    }

    private long bitByBit(long first, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            long bit = first + i;
            value |= (bytes[at + (int) (bit >>> 3)] >>> (bit & 7) & 1L) << i;
        }
        return value;
    }

    private long readZigZag() {
        long value = readVarLong();
        return (value >>> 1) ^ -(value & 1);
    }

    private long readVarLong() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= end) {
                throw endsEarly();
            }
            int next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ParquetDecodingException("a number in a page of deltas has more than 64 bits");
    }

    private static ParquetDecodingException endsEarly() {
        return new ParquetDecodingException("a page of deltas ends early");
    }
}
