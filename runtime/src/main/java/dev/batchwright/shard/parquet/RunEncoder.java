package dev.batchwright.shard.parquet;

import java.util.Arrays;

/**
 * Encodes levels, or places in a dictionary, in Parquet's hybrid of run lengths and bit packing. Unlike the one of parquet-java it
 * takes whole runs at once, which is what the levels of vectors are made of.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet encodings, RLE = 3</a>
 */
final class RunEncoder {

    private static final int MAX_GROUPS = 63;

    private final PlainBuffer out;
    private int bitWidth;

    private int runValue;
    private int runLength;

    private final int[] group = new int[8];
    private int inGroup;
    private int packedHeader = -1;
    private int packedGroups;

    /** Encodes numbers from 0 to {@code max}. */
    RunEncoder(int max, PlainBuffer out) {
        this.out = out;
        this.bitWidth = bitWidth(max);
    }

    static int bitWidth(int max) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(max);
    }

    /** Encodes numbers of another width; only after {@link #finish}. */
    void setBitWidth(int width) {
        bitWidth = width;
    }

    void write(int value) {
        if (value == runValue) {
            runLength++;
        } else {
            endRun();
            runValue = value;
            runLength = 1;
        }
    }

    void write(int value, int times) {
        if (value != runValue) {
            endRun();
            runValue = value;
            runLength = 0;
        }
        runLength += times;
    }

    /** Writes out what is held, so that all numbers so far stand in the buffer. */
    void finish() {
        endRun();
        if (inGroup > 0) {
            Arrays.fill(group, inGroup, 8, 0);
            packGroup();
        }
        endPackedRun();
        runLength = 0;
    }

    private void endRun() {
        int left = runLength;
        while (inGroup > 0 && left > 0) {
            append();
            left--;
        }
        if (left >= 8) {
            endPackedRun();
            writeRun(left);
            return;
        }
        for (; left > 0; left--) {
            append();
        }
    }

    private void append() {
        group[inGroup++] = runValue;
        if (inGroup == 8) {
            packGroup();
        }
    }

    private void writeRun(int length) {
        out.writeVarLong((long) length << 1);
        for (int bits = 0; bits < bitWidth; bits += 8) {
            out.writeByte(runValue >>> bits);
        }
    }

    private void packGroup() {
        if (packedHeader < 0) {
            packedHeader = out.extend(1);
            packedGroups = 0;
        }
        long bits = 0;
        int filled = 0;
        int at = out.extend(bitWidth);
        byte[] bytes = out.array();
        for (int i = 0; i < 8; i++) {
            bits |= (long) group[i] << filled;
            filled += bitWidth;
            for (; filled >= 8; filled -= 8) {
                bytes[at++] = (byte) bits;
                bits >>>= 8;
            }
        }
        inGroup = 0;
        if (++packedGroups == MAX_GROUPS) {
            endPackedRun();
        }
    }

    private void endPackedRun() {
        if (packedHeader >= 0) {
            out.array()[packedHeader] = (byte) (packedGroups << 1 | 1);
            packedHeader = -1;
        }
    }
}
