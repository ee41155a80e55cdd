package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import java.util.Arrays;

/**
 * Encodes repetition or definition levels in Parquet's hybrid of run lengths and bit packing. Unlike the one of parquet-java it
 * takes whole runs at once, which is what the levels of vectors are made of.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet encodings, RLE = 3</a>
 */
final class LevelEncoder {

    private static final int MAX_GROUPS = 63;

    private final int bitWidth;
    private byte[] bytes = new byte[64];
    private int size;

    private int runLevel;
    private int runLength;

    private final int[] group = new int[8];
    private int inGroup;
    private int packedHeader = -1;
    private int packedGroups;

    LevelEncoder(int maxLevel) {
        this.bitWidth = 32 - Integer.numberOfLeadingZeros(maxLevel);
    }

    void write(int level) {
        if (level == runLevel) {
            runLength++;
        } else {
            endRun();
            runLevel = level;
            runLength = 1;
        }
    }

    void write(int level, int times) {
        if (level != runLevel) {
            endRun();
            runLevel = level;
            runLength = 0;
        }
        runLength += times;
    }

    /** The length so far, give or take the last levels. */
    int size() {
        return size;
    }

    /** Ends the levels of a page and begins those of the next. */
    BytesInput take() {
        endRun();
        if (inGroup > 0) {
            Arrays.fill(group, inGroup, 8, 0);
            packGroup();
        }
        endPackedRun();
        BytesInput taken = BytesInput.from(Arrays.copyOf(bytes, size));
        size = 0;
        runLength = 0;
        return taken;
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
        group[inGroup++] = runLevel;
        if (inGroup == 8) {
            packGroup();
        }
    }

    private void writeRun(int length) {
        makeRoom(6);
        int header = length << 1;
        while ((header & ~0x7F) != 0) {
            bytes[size++] = (byte) (header | 0x80);
            header >>>= 7;
        }
        bytes[size++] = (byte) header;
        bytes[size++] = (byte) runLevel;
    }

    private void packGroup() {
        makeRoom(1 + bitWidth);
        if (packedHeader < 0) {
            packedHeader = size++;
            packedGroups = 0;
        }
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits |= (long) group[i] << (i * bitWidth);
        }
        for (int i = 0; i < bitWidth; i++) {
            bytes[size++] = (byte) (bits >>> (8 * i));
        }
        inGroup = 0;
        if (++packedGroups == MAX_GROUPS) {
            endPackedRun();
        }
    }

    private void endPackedRun() {
        if (packedHeader >= 0) {
            bytes[packedHeader] = (byte) (packedGroups << 1 | 1);
            packedHeader = -1;
        }
    }

    private void makeRoom(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
