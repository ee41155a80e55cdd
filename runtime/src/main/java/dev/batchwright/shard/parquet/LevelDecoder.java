package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;

/** Decodes the repetition or definition levels of a page: the counterpart of {@link LevelEncoder}. */
final class LevelDecoder {

    private final byte[] bytes;
    private final int end;
    private final int bitWidth;
    private final int maxLevel;
    private int at;

    private LevelDecoder(byte[] bytes, int start, int end, int maxLevel) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.maxLevel = maxLevel;
        this.bitWidth = 32 - Integer.numberOfLeadingZeros(maxLevel);
    }

    /** Fills {@code into} up to {@code count} with the levels that lie between start and end. */
    static void decode(byte[] bytes, int start, int end, int maxLevel, byte[] into, int count) {
        new LevelDecoder(bytes, start, end, maxLevel).decode(into, count);
    }

    private void decode(byte[] into, int count) {
        int done = 0;
        while (done < count) {
            int header = readHeader();
            int length = (header & 1) == 0 ? header >>> 1 : (header >>> 1) * 8;
            if (length <= 0) {
                throw new ParquetDecodingException("a run of levels has length " + length);
            }
            int wanted = Math.min(length, count - done);
            if ((header & 1) == 0) {
                repeat(into, done, done + wanted);
            } else {
                unpack(into, done, done + wanted, (header >>> 1) * bitWidth);
            }
            done += wanted;
        }
    }

    private void repeat(byte[] into, int from, int to) {
        byte level = checked(readByte());
        for (int i = from; i < to; i++) {
            into[i] = level;
        }
    }

    private void unpack(byte[] into, int from, int to, int length) {
        int mask = (1 << bitWidth) - 1;
        int next = at;
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            if (held < bitWidth) {
                bits |= byteAt(next++) << held;
                held += 8;
            }
            into[i] = checked(bits & mask);
            bits >>>= bitWidth;
            held -= bitWidth;
        }
        at += length;
    }

    private byte checked(int level) {
        if (level > maxLevel) {
            throw new ParquetDecodingException("a level is " + level + " where " + maxLevel + " is the highest");
        }
        return (byte) level;
    }

    private int readHeader() {
        int header = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int next = readByte();
            header |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return header;
            }
        }
        throw new ParquetDecodingException("the length of a run of levels has more than 32 bits");
    }

    private int readByte() {
        return byteAt(at++);
    }

    private int byteAt(int index) {
        if (index >= end) {
            throw new ParquetDecodingException("the levels of a page end early");
        }
        return bytes[index] & 0xFF;
    }
}
