package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;

/**
 * Walks over encoded whole numbers without decoding them, and makes sure that they have room for what their headers promise: parquet-java
 * allocates what a header says before it looks at what follows.
 */
final class RunsCheck {

    /** How many values more than the page needs the last run of a writer may have. */
    private static final long SLACK = 1024;

    private static final int LARGEST_BLOCK = 1 << 20;

    private final byte[] bytes;
    private final int end;
    private int at;

    private RunsCheck(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Runs of equal or of packed numbers, as dictionaries and booleans have them. */
    static void hybrid(byte[] bytes, int start, int end, int bitWidth, int number) {
        if (bitWidth < 0 || bitWidth > Integer.SIZE) {
            throw new ParquetDecodingException("a page has values of " + bitWidth + " bits");
        }
        new RunsCheck(bytes, start, end).hybrid(bitWidth, number);
    }

    /**
     * Packed differences.
     *
     * @return where they end
     */
    static int deltas(byte[] bytes, int start, int end, int number) {
        RunsCheck check = new RunsCheck(bytes, start, end);
        check.deltas(number);
        return check.at;
    }

    private void hybrid(int bitWidth, int number) {
        long left = bitWidth == 0 ? 0 : number;
        while (left > 0) {
            long header = varInt();
            long length = header >>> 1;
            if ((header & 1) == 0) {
                skip((bitWidth + 7) / 8);
            } else {
                length *= 8;
                if (length > left + SLACK) {
                    throw new ParquetDecodingException("a run has " + length + " values where " + left + " are left");
                }
                // Some writers cut off the padding of the last run.
                skip(Math.min(length / 8 * bitWidth, (Math.min(length, left) * bitWidth + 7) / 8));
            }
            if (length == 0) {
                throw new ParquetDecodingException("a run has no values");
            }
            left -= length;
        }
    }

    private void deltas(int number) {
        long block = varInt();
        long miniBlocks = varInt();
        long total = varInt();
        varInt();
        if (block <= 0 || block > LARGEST_BLOCK || miniBlocks <= 0 || block % miniBlocks != 0 || total != number) {
            throw new ParquetDecodingException("a page of deltas has " + total + " values in blocks of " + block
                    + " and " + miniBlocks + " parts, and not " + number + " values");
        }
        long perMiniBlock = block / miniBlocks;
        for (long left = number - 1L; left > 0; left -= block) {
            varInt();
            int widths = at;
            skip(miniBlocks);
            long inBlock = Math.min(left, block);
            for (int i = 0; i * perMiniBlock < inBlock; i++) {
                skip((bytes[widths + i] & 0xFF) * perMiniBlock / 8);
            }
        }
    }

    private void skip(long count) {
        if (count > end - at) {
            throw new ParquetDecodingException("a page is too short for its values");
        }
        at += (int) count;
    }

    private long varInt() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= end) {
                throw new ParquetDecodingException("a page ends within the header of a run");
            }
            int next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ParquetDecodingException("a length has more than 64 bits");
    }
}
