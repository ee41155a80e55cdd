package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;
import java.util.Arrays;

/** Decodes the repetition or definition levels of a page: the counterpart of {@link RunEncoder}. */
final class LevelDecoder {

    private final byte[] bytes;
    private final int end;
    private final int bitWidth;
    private final int maxLevel;
    private final int counted;
    private int at;
    private int found;

    /** What the last run has beyond the levels that were asked for: a sum that is 0 if there is nothing but padding. */
    private int left;

    private LevelDecoder(byte[] bytes, int start, int end, int maxLevel, int counted) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.maxLevel = maxLevel;
        this.counted = counted;
        this.bitWidth = bitWidth(maxLevel);
    }

    /**
     * Fills {@code into} up to {@code count} with the levels that lie between start and end.
     *
     * @param counted a level
     * @return how many of them are that level
     */
    static int decode(byte[] bytes, int start, int end, int maxLevel, byte[] into, int count, int counted) {
        LevelDecoder decoder = new LevelDecoder(bytes, start, end, maxLevel, counted);
        decoder.decode(into, count);
        return decoder.found;
    }

    /**
     * The same for levels of which it is known that they end with the page's. Nothing protects the header of a page, which says how
     * many there are.
     */
    static int decodeAll(byte[] bytes, int start, int end, int maxLevel, byte[] into, int count, int counted) {
        LevelDecoder decoder = new LevelDecoder(bytes, start, end, maxLevel, counted);
        decoder.decode(into, count);
        if (decoder.at != end || decoder.left != 0) {
            throw new ParquetDecodingException("a page has other levels than its header says");
        }
        return decoder.found;
    }

    /** How many bytes levels in the encoding BIT_PACKED take. */
    static long packedLength(int maxLevel, int count) {
        return ((long) count * bitWidth(maxLevel) + 7) / 8;
    }

    /** The same for levels in the encoding BIT_PACKED, which fills bytes from their highest bit on and has no runs. */
    static int decodePacked(byte[] bytes, int start, int end, int maxLevel, byte[] into, int count, int counted) {
        LevelDecoder decoder = new LevelDecoder(bytes, start, end, maxLevel, counted);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < count; i++) {
            if (held < decoder.bitWidth) {
                bits = (bits << 8) | decoder.readByte();
                held += 8;
            }
            held -= decoder.bitWidth;
            into[i] = decoder.checked((bits >>> held) & ((1 << decoder.bitWidth) - 1));
            decoder.found += into[i] == counted ? 1 : 0;
        }
        return decoder.found;
    }

    private static int bitWidth(int maxLevel) {
        return 32 - Integer.numberOfLeadingZeros(maxLevel);
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
                left = length - wanted;
            } else {
                unpack(into, done, done + wanted, (header >>> 1) * bitWidth);
            }
            done += wanted;
        }
    }

    private void repeat(byte[] into, int from, int to) {
        byte level = checked(readByte());
        Arrays.fill(into, from, to, level);
        found += level == counted ? to - from : 0;
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
            int level = bits & mask;
            into[i] = checked(level);
            found += level == counted ? 1 : 0;
            bits >>>= bitWidth;
            held -= bitWidth;
        }
        at += length;
        left = bits;
        while (next < Math.min(at, end)) {
            left |= byteAt(next++);
        }
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
