package dev.batchwright.shard;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * Decompresses Snappy, which most Parquet files of other makers are compressed with, without a native library: the counterpart of
 * {@link SnappyEncoder}.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">Snappy compressed format</a>
 */
final class SnappyDecoder {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] from;
    private final int fromEnd;
    private final byte[] into;
    private final int intoStart;
    private final int intoEnd;
    private int at;
    private int to;

    private SnappyDecoder(byte[] from, int offset, int count, byte[] into, int start, int length) {
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
        new SnappyDecoder(from, offset, count, into, start, length).run();
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
        if (distance >= 8 && length <= intoEnd - to - 7) {
            // Eight at a time, which may write a few more than the copy has; what follows overwrites them.
            for (int i = 0; i < length; i += 8) {
                LONG.set(into, to + i, (long) LONG.get(into, to + i - distance));
            }
            to += length;
            return;
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
