package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.utf8.Utf8Decoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Takes MessagePack values out of a block. */
final class Decoder extends SkippableBlock {

    private final Utf8Decoder utf8 = new Utf8Decoder();

    Decoder(BlockRows block, int position) {
        super(block, position);
    }

    boolean nil() {
        if (left() > 0 && data[position] == (byte) 0xC0) {
            position++;
            return true;
        }
        return false;
    }

    boolean bool() {
        int head = head();
        if (head != 0xC2 && head != 0xC3) {
            throw unexpected("a boolean", head);
        }
        return head == 0xC3;
    }

    long integer() {
        int at = take(1);
        byte head = data[at];
        return head >= -32 ? head : wideInteger(head & 0xFF);
    }

    private long wideInteger(int head) {
        return switch (head) {
            case 0xCC -> data[take(1)] & 0xFF;
            case 0xCD -> (short) BigEndian.SHORT.get(data, take(2)) & 0xFFFF;
            case 0xCE -> (int) BigEndian.INT.get(data, take(4)) & 0xFFFF_FFFFL;
            case 0xCF -> unsignedLong();
            case 0xD0 -> data[take(1)];
            case 0xD1 -> (short) BigEndian.SHORT.get(data, take(2));
            case 0xD2 -> (int) BigEndian.INT.get(data, take(4));
            case 0xD3 -> (long) BigEndian.LONG.get(data, take(8));
            default -> throw unexpected("a whole number", head);
        };
    }

    private long unsignedLong() {
        long value = (long) BigEndian.LONG.get(data, take(8));
        if (value < 0) {
            throw corrupt("a whole number is larger than a long can hold");
        }
        return value;
    }

    long integer(long smallest, long largest) {
        long value = integer();
        if (value < smallest || value > largest) {
            throw corrupt("the number " + value + " is not from " + smallest + " to " + largest);
        }
        return value;
    }

    float float32() {
        int head = head();
        if (head != 0xCA) {
            throw unexpected("a float", head);
        }
        return Float.intBitsToFloat((int) BigEndian.INT.get(data, take(4)));
    }

    double float64() {
        int head = head();
        if (head != 0xCB) {
            throw unexpected("a double", head);
        }
        return Double.longBitsToDouble((long) BigEndian.LONG.get(data, take(8)));
    }

    /** Begins text: its bytes are there, and are next. */
    int textLength() {
        int head = head();
        if (head >= 0xA0 && head <= 0xBF) {
            return available(head & 0x1F);
        }
        return switch (head) {
            case 0xD9 -> available(data[take(1)] & 0xFF);
            case 0xDA -> available(unsigned16());
            case 0xDB -> available(unsigned32());
            default -> throw unexpected("text", head);
        };
    }

    String text() {
        return text(textLength());
    }

    String text(int length) {
        int at = take(length);
        String text = utf8.decode(data, at, length);
        if (text == null) {
            throw corrupt("text is not valid UTF-8");
        }
        return text;
    }

    /** Whether the text that was begun is this one. Only for ASCII: other text is never found equal. */
    boolean isAscii(String expected, int length) {
        if (expected.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (data[position + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] binary() {
        int head = head();
        int length = switch (head) {
            case 0xC4 -> available(data[take(1)] & 0xFF);
            case 0xC5 -> available(unsigned16());
            case 0xC6 -> available(unsigned32());
            default -> throw unexpected("bytes", head);
        };
        int at = take(length);
        return Arrays.copyOfRange(data, at, at + length);
    }

    int arrayHeader() {
        int head = head();
        if (head >= 0x90 && head <= 0x9F) {
            return available(head & 0x0F);
        }
        return switch (head) {
            case 0xDC -> available(unsigned16());
            case 0xDD -> available(unsigned32());
            default -> throw unexpected("a list", head);
        };
    }

    int mapHeader() {
        int head = head();
        if (head >= 0x80 && head <= 0x8F) {
            return entries(head & 0x0F);
        }
        return switch (head) {
            case 0xDE -> entries(unsigned16());
            case 0xDF -> entries(unsigned32());
            default -> throw unexpected("a map", head);
        };
    }

    /**
     * Takes an extension of a type.
     *
     * @return its content, little-endian
     */
    ByteBuffer extension(byte type) {
        int length = extensionLength(type);
        return ByteBuffer.wrap(data, take(length), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Begins an extension: its content is there, and is next. */
    int extensionLength(byte type) {
        int head = head();
        long length = switch (head) {
            case 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> 1 << (head - 0xD4);
            case 0xC7 -> data[take(1)] & 0xFF;
            case 0xC8 -> unsigned16();
            case 0xC9 -> unsigned32();
            default -> throw unexpected("an extension", head);
        };
        byte found = data[take(1)];
        if (found != type) {
            throw corrupt("an extension is of type " + found + " and not of type " + type);
        }
        return available(length);
    }

    int int32() {
        return (int) BigEndian.INT.get(data, take(4));
    }

    long int64() {
        return (long) BigEndian.LONG.get(data, take(8));
    }
}
