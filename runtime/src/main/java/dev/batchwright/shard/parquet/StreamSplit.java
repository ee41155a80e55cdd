package dev.batchwright.shard.parquet;

/**
 * Puts the first bytes of all numbers first, then the second ones, and so on: the exponents of floating point numbers are alike, and
 * side by side they compress well.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet encodings, BYTE_STREAM_SPLIT = 9</a>
 */
final class StreamSplit {

    private StreamSplit() {}

    /** Splits numbers of a width into a buffer. */
    static void split(PlainBuffer numbers, int width, PlainBuffer into) {
        int count = numbers.size() / width;
        int start = into.extend(numbers.size());
        if (width == Float.BYTES) {
            splitInts(numbers, count, into.array(), start);
        } else {
            splitLongs(numbers, count, into.array(), start);
        }
    }

    static void joinFloats(byte[] from, int start, int count, float[] into) {
        int second = start + count;
        int third = second + count;
        int fourth = third + count;
        for (int i = 0; i < count; i++) {
            int bits = (from[start + i] & 0xFF)
                    | (from[second + i] & 0xFF) << 8
                    | (from[third + i] & 0xFF) << 16
                    | from[fourth + i] << 24;
            into[i] = Float.intBitsToFloat(bits);
        }
    }

    static void joinDoubles(byte[] from, int start, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            long bits = 0;
            for (int stream = 0; stream < Double.BYTES; stream++) {
                bits |= (from[start + stream * count + i] & 0xFFL) << (8 * stream);
            }
            into[i] = Double.longBitsToDouble(bits);
        }
    }

    private static void splitInts(PlainBuffer numbers, int count, byte[] into, int start) {
        int second = start + count;
        int third = second + count;
        int fourth = third + count;
        for (int i = 0; i < count; i++) {
            int bits = numbers.intAt(4 * i);
            into[start + i] = (byte) bits;
            into[second + i] = (byte) (bits >>> 8);
            into[third + i] = (byte) (bits >>> 16);
            into[fourth + i] = (byte) (bits >>> 24);
        }
    }

    private static void splitLongs(PlainBuffer numbers, int count, byte[] into, int start) {
        for (int i = 0; i < count; i++) {
            long bits = numbers.longAt(8 * i);
            for (int stream = 0; stream < Double.BYTES; stream++) {
                into[start + stream * count + i] = (byte) (bits >>> (8 * stream));
            }
        }
    }
}
