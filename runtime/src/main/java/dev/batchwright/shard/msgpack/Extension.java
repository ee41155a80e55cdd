package dev.batchwright.shard.msgpack;

import dev.batchwright.schema.ScalarType;

/** The types of MessagePack extensions that stand for values which MessagePack has no type of its own for. */
final class Extension {

    /** MessagePack's own type for a moment, of 4, 8 or 12 bytes. */
    static final byte TIMESTAMP = -1;

    /** {@code boolean[]}, one byte 0 or 1 each. */
    static final byte BOOLEANS = 1;

    /** {@code short[]}; this and all other arrays are little-endian. */
    static final byte SHORTS = 2;

    /** {@code char[]}, two bytes each. */
    static final byte CHARS = 3;

    /** {@code int[]}. */
    static final byte INTS = 4;

    /** {@code long[]}. */
    static final byte LONGS = 5;

    /** {@code float[]}, IEEE 754. */
    static final byte FLOATS = 6;

    /** {@code double[]}, IEEE 754. */
    static final byte DOUBLES = 7;

    /** A UUID: its 16 bytes in the order of its text. */
    static final byte UUID = 8;

    /** A date with a time but no zone: laid out as a timestamp of 12 bytes, as if in UTC. */
    static final byte DATE_TIME = 9;

    /** A duration: laid out as a timestamp of 12 bytes. */
    static final byte DURATION = 10;

    private Extension() {}

    /** That of an array of primitives. */
    static byte ofArray(ScalarType element) {
        return switch (element) {
            case BOOLEAN -> BOOLEANS;
            case SHORT -> SHORTS;
            case CHAR -> CHARS;
            case INT -> INTS;
            case LONG -> LONGS;
            case FLOAT -> FLOATS;
            case DOUBLE -> DOUBLES;
            default -> throw new IllegalArgumentException("There are no arrays of " + element);
        };
    }
}
