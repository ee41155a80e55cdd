package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;

/** Decodes the places in a dictionary that a page consists of: the counterpart of {@link RunEncoder}. */
final class NumberDecoder {

    private final byte[] bytes;
    private final int end;
    private final int bitWidth;
    private final int size;
    private int at;

    private NumberDecoder(Page page, int size) {
        this.bytes = page.bytes();
        this.at = page.values().start();
        this.end = page.values().end();
        this.size = size;
        this.bitWidth = nextByte();
        if (bitWidth > Integer.SIZE) {
            throw new ParquetDecodingException("a page refers to its dictionary with " + bitWidth + " bits");
        }
    }

    /** Fills {@code into} up to {@code count} with numbers below {@code size}. */
    static void decode(Page page, int size, int[] into, int count) {
        if (count > 0) {
            new NumberDecoder(page, size).decode(into, count);
        }
    }

    private void decode(int[] into, int count) {
        int done = 0;
        while (done < count) {
            int header = bitWidth == 0 && at == end ? count << 1 : readHeader();
            int length = (header & 1) == 0 ? header >>> 1 : (header >>> 1) * 8;
            if (length <= 0) {
                throw new ParquetDecodingException("a run of numbers has length " + length);
            }
            int wanted = Math.min(length, count - done);
            if ((header & 1) == 0) {
                repeat(into, done, done + wanted);
            } else {
                unpack(into, done, done + wanted, (long) (header >>> 1) * bitWidth);
            }
            done += wanted;
        }
    }

    private void repeat(int[] into, int from, int to) {
        long number = 0;
        for (int bits = 0; bits < bitWidth; bits += 8) {
            number |= (long) nextByte() << bits;
        }
        int checked = checked(number);
        for (int i = from; i < to; i++) {
            into[i] = checked;
        }
    }

    private void unpack(int[] into, int from, int to, long length) {
        long mask = (1L << bitWidth) - 1;
        int start = at;
        long bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            for (; held < bitWidth; held += 8) {
                bits |= (long) nextByte() << held;
            }
            into[i] = checked(bits & mask);
            bits >>>= bitWidth;
            held -= bitWidth;
        }
        // Some writers cut the last run off where its numbers end.
        at = (int) Math.min(end, start + length);
    }

    private int checked(long number) {
        if (number >= size) {
            throw new ParquetDecodingException("a page refers to value " + number + " of a dictionary of " + size);
        }
        return (int) number;
    }

    private int readHeader() {
        int header = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int next = nextByte();
            header |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return header;
            }
        }
        throw new ParquetDecodingException("the length of a run of numbers has more than 32 bits");
    }

    private int nextByte() {
        if (at >= end) {
            throw new ParquetDecodingException("the numbers of a page end early");
        }
        return bytes[at++] & 0xFF;
    }
}
