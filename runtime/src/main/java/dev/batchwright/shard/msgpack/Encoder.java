package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.block.GrowingBlock;
import dev.batchwright.utf8.Utf8Encoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Appends MessagePack values to a block, each in its shortest form. */
final class Encoder extends GrowingBlock {

    private final Utf8Encoder utf8 = new Utf8Encoder();

    void nil() {
        put(0xC0);
    }

    void bool(boolean value) {
        put(value ? 0xC3 : 0xC2);
    }

    void integer(long value) {
        if (value >= -32 && value <= 127) {
            put((int) value);
        } else if (value >= 0) {
            positive(value);
        } else {
            negative(value);
        }
    }

    private void positive(long value) {
        if (value <= 0xFF) {
            put8(0xCC, (int) value);
        } else if (value <= 0xFFFF) {
            put16(0xCD, (int) value);
        } else if (value <= 0xFFFF_FFFFL) {
            put32(0xCE, (int) value);
        } else {
            put64(0xCF, value);
        }
    }

    private void negative(long value) {
        if (value >= Byte.MIN_VALUE) {
            put8(0xD0, (int) value);
        } else if (value >= Short.MIN_VALUE) {
            put16(0xD1, (int) value);
        } else if (value >= Integer.MIN_VALUE) {
            put32(0xD2, (int) value);
        } else {
            put64(0xD3, value);
        }
    }

    void float32(float value) {
        put32(0xCA, Float.floatToRawIntBits(value));
    }

    void float64(double value) {
        put64(0xCB, Double.doubleToRawLongBits(value));
    }

    void arrayHeader(int size) {
        if (size <= 15) {
            put(0x90 | size);
        } else if (size <= 0xFFFF) {
            put16(0xDC, size);
        } else {
            put32(0xDD, size);
        }
    }

    void mapHeader(int size) {
        if (size <= 15) {
            put(0x80 | size);
        } else if (size <= 0xFFFF) {
            put16(0xDE, size);
        } else {
            put32(0xDF, size);
        }
    }

    void binary(byte[] value) {
        if (value.length <= 0xFF) {
            put8(0xC4, value.length);
        } else if (value.length <= 0xFFFF) {
            put16(0xC5, value.length);
        } else {
            put32(0xC6, value.length);
        }
        ensure(value.length);
        System.arraycopy(value, 0, bytes, position, value.length);
        position += value.length;
    }

    void timestamp(long seconds, int nanos) {
        if (nanos == 0 && seconds >= 0 && seconds <= 0xFFFF_FFFFL) {
            extensionHeader(Extension.TIMESTAMP, 4);
            BigEndian.INT.set(bytes, position, (int) seconds);
            position += 4;
        } else if (seconds >= 0 && seconds <= 0x3_FFFF_FFFFL) {
            extensionHeader(Extension.TIMESTAMP, 8);
            BigEndian.LONG.set(bytes, position, ((long) nanos << 34) | seconds);
            position += 8;
        } else {
            secondsAndNanos(Extension.TIMESTAMP, seconds, nanos);
        }
    }

    void secondsAndNanos(byte type, long seconds, int nanos) {
        extensionHeader(type, 12);
        BigEndian.INT.set(bytes, position, nanos);
        BigEndian.LONG.set(bytes, position + 4, seconds);
        position += 12;
    }

    void uuid(long high, long low) {
        extensionHeader(Extension.UUID, 16);
        BigEndian.LONG.set(bytes, position, high);
        BigEndian.LONG.set(bytes, position + 8, low);
        position += 16;
    }

    /**
     * Begins an extension.
     *
     * @return the place for its content, little-endian; whoever asked fills it
     */
    ByteBuffer extension(byte type, long length) {
        extensionHeader(type, length);
        ByteBuffer content = ByteBuffer.wrap(bytes, position, (int) length).order(ByteOrder.LITTLE_ENDIAN);
        position += (int) length;
        return content;
    }

    private void extensionHeader(byte type, long length) {
        ensure(6 + length);
        if (length == 1 || length == 2 || length == 4 || length == 8 || length == 16) {
            put(0xD4 + Long.numberOfTrailingZeros(length));
        } else if (length <= 0xFF) {
            put8(0xC7, (int) length);
        } else if (length <= 0xFFFF) {
            put16(0xC8, (int) length);
        } else {
            put32(0xC9, (int) length);
        }
        put(type);
    }

    /**
     * Appends text.
     *
     * @return -1, or the index of the first char that is half of a surrogate pair, in which case what was appended is of no use
     */
    int text(String value) {
        int length = value.length();
        int start = position;
        textHeader(length);
        int body = position;
        for (int from = 0; from < length; ) {
            int to = Utf8Encoder.endOfChunk(value, from);
            ensure(Utf8Encoder.maxBytes(to - from));
            int end = utf8.encode(value, from, to, bytes, position);
            if (end < 0) {
                return -1 - end;
            }
            position = end;
            from = to;
        }
        if (position - body != length) {
            lengthenTextHeader(start, body);
        }
        return -1;
    }

    private void textHeader(int length) {
        if (length <= 31) {
            put(0xA0 | length);
        } else if (length <= 0xFF) {
            put8(0xD9, length);
        } else if (length <= 0xFFFF) {
            put16(0xDA, length);
        } else {
            put32(0xDB, length);
        }
    }

    /** The header was written for as many bytes as there are chars; beyond ASCII there are more, and it may have to widen. */
    private void lengthenTextHeader(int start, int body) {
        int length = position - body;
        int shift = textHeaderLength(length) - (body - start);
        ensure(shift);
        System.arraycopy(bytes, body, bytes, body + shift, length);
        position = start;
        textHeader(length);
        position += length;
    }

    private static int textHeaderLength(int length) {
        if (length <= 31) {
            return 1;
        }
        if (length <= 0xFF) {
            return 2;
        }
        return length <= 0xFFFF ? 3 : 5;
    }

    private void put(int value) {
        ensure(1);
        bytes[position++] = (byte) value;
    }

    private void put8(int head, int value) {
        ensure(2);
        bytes[position] = (byte) head;
        bytes[position + 1] = (byte) value;
        position += 2;
    }

    private void put16(int head, int value) {
        ensure(3);
        bytes[position] = (byte) head;
        BigEndian.SHORT.set(bytes, position + 1, (short) value);
        position += 3;
    }

    private void put32(int head, int value) {
        ensure(5);
        bytes[position] = (byte) head;
        BigEndian.INT.set(bytes, position + 1, value);
        position += 5;
    }

    private void put64(int head, long value) {
        ensure(9);
        bytes[position] = (byte) head;
        BigEndian.LONG.set(bytes, position + 1, value);
        position += 9;
    }
}
