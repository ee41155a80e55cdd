package dev.batchwright.shard.parquet;

import java.util.zip.DataFormatException;

/**
 * Decompresses Snappy, which most Parquet files of other makers are compressed with, without a native library.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">Snappy compressed format</a>
 */
final class SnappyBlock {

    private final byte[] from;
    private final int fromEnd;
    private final byte[] into;
    private final int intoStart;
    private final int intoEnd;
    private int at;
    private int to;

    private SnappyBlock(byte[] from, int offset, int count, byte[] into, int start, int length) {
        this.from = from;
        this.at = offset;
        this.fromEnd = offset + count;
        this.into = into;
        this.intoStart = start;
        this.intoEnd = start + length;
        this.to = start;
    }

    static void decompress(byte[] from, int offset, int count, byte[] into, int start, int length)
            throws DataFormatException {
        new SnappyBlock(from, offset, count, into, start, length).run();
    }

    private void run() throws DataFormatException {
        if (readVarInt() != intoEnd - intoStart) {
            throw damaged();
        }
        while (at < fromEnd) {
            int tag = readByte();
            int upper = tag >>> 2;
            switch (tag & 3) {
                case 0 -> literal(upper < 60 ? upper + 1 : readLittleEndian(upper - 59) + 1);
                case 1 -> copy(4 + (upper & 7), ((tag >>> 5) << 8) | readByte());
                case 2 -> copy(upper + 1, readLittleEndian(2));
                default -> copy(upper + 1, readLittleEndian(4));
            }
        }
        if (to != intoEnd) {
            throw damaged();
        }
    }

    private void literal(int length) throws DataFormatException {
        if (length <= 0 || length > fromEnd - at || length > intoEnd - to) {
            throw damaged();
        }
        System.arraycopy(from, at, into, to, length);
        at += length;
        to += length;
    }

    private void copy(int length, int distance) throws DataFormatException {
        if (distance <= 0 || distance > to - intoStart || length > intoEnd - to) {
            throw damaged();
        }
        // One by one, since the copy may reach into what it writes.
        for (int i = 0; i < length; i++, to++) {
            into[to] = into[to - distance];
        }
    }

    private int readVarInt() throws DataFormatException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = readByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged();
    }

    private int readLittleEndian(int bytes) throws DataFormatException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= readByte() << (8 * i);
        }
        return value;
    }

    private int readByte() throws DataFormatException {
        if (at >= fromEnd) {
            throw damaged();
        }
        return from[at++] & 0xFF;
    }

    private static DataFormatException damaged() {
        return new DataFormatException("it is not compressed with Snappy, or damaged");
    }
}
