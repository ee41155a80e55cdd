package dev.batchwright.shard.object;

import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.block.CheckedBlock;
import dev.batchwright.utf8.Utf8Decoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes values from a block: the counterpart of {@link ObjectEncoder}. */
final class ObjectDecoder extends CheckedBlock {

    private static final int BITS_BEFORE_LAST_BYTE = 63;

    private final Utf8Decoder utf8 = new Utf8Decoder();

    ObjectDecoder(BlockRows block, int position) {
        super(block, position);
    }

    void skip(long bytes) {
        take(available(bytes));
    }

    byte int8() {
        return data[take(1)];
    }

    short int16() {
        return (short) LittleEndian.SHORT.get(data, take(Short.BYTES));
    }

    int int32() {
        return (int) LittleEndian.INT.get(data, take(Integer.BYTES));
    }

    long int64() {
        return (long) LittleEndian.LONG.get(data, take(Long.BYTES));
    }

    boolean flag() {
        byte value = int8();
        if ((value & ~1) != 0) {
            throw corrupt("there is " + value + " where 0 or 1 must be");
        }
        return value != 0;
    }

    /** Takes a number of 64 bits without a sign. */
    long number() {
        byte first = data[take(1)];
        return first >= 0 ? first : longNumber(first & 0x7F);
    }

    private long longNumber(int lowest) {
        long value = lowest;
        for (int shift = 7; shift <= BITS_BEFORE_LAST_BYTE; shift += 7) {
            byte next = data[take(1)];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                if (shift == BITS_BEFORE_LAST_BYTE && next > 1) {
                    break;
                }
                return value;
            }
        }
        throw corrupt("a number has more than 64 bits");
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    int signed32() {
        long value = signed();
        if (value != (int) value) {
            throw corrupt("the number " + value + " is none that an int can hold");
        }
        return (int) value;
    }

    /** Takes a number that is an index into something. */
    int index(int bound, String what) {
        long index = number();
        if (index < 0 || index >= bound) {
            throw corrupt("there is no " + what + " of the index " + Long.toUnsignedString(index));
        }
        return (int) index;
    }

    /** Takes a number of things that follow, each of some bytes at least. */
    int size(int smallest) {
        long size = number();
        if (size < 0 || size > left() / smallest) {
            throw corrupt(Long.toUnsignedString(size) + " values of at least " + smallest
                    + " bytes are announced where " + left() + " bytes are left");
        }
        return (int) size;
    }

    /** Takes the head of text: its bytes are there, and are next. */
    int textHead() {
        long head = number();
        if (head < 0 || head >>> 1 > left()) {
            throw corrupt("text of " + (head >>> 1) + " bytes is announced where " + left() + " bytes are left");
        }
        return (int) head;
    }

    String text() {
        int head = textHead();
        return (head & 1) == 0 ? latin(head >>> 1) : utf8(head >>> 1);
    }

    String latin(int length) {
        return length == 0 ? "" : new String(data, take(length), length, StandardCharsets.ISO_8859_1);
    }

    String utf8(int length) {
        int at = take(length);
        String text = utf8.decode(data, at, length);
        if (text == null) {
            throw corrupt("text is not valid UTF-8");
        }
        return text;
    }

    byte[] binary() {
        int length = size(1);
        int at = take(length);
        return Arrays.copyOfRange(data, at, at + length);
    }

    /** Takes an array of elements of some bytes. */
    ByteBuffer array(int elementBytes) {
        int length = size(elementBytes) * elementBytes;
        return ByteBuffer.wrap(data, take(length), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Eight bytes in front of the position, for who has checked that they are there. */
    long peek64(int at) {
        return (long) LittleEndian.LONG.get(data, at);
    }

    /** Bytes from a position on, at most seven, for who has checked that they are there. */
    long peek(int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (data[at + i] & 0xFF);
        }
        return value;
    }
}
