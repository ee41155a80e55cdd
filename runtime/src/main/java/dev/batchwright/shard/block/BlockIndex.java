package dev.batchwright.shard.block;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the blocks of a part are and which rows they hold. As JSON: an array of {@code [offset, rows, first row]}. */
final class BlockIndex {

    private long[] offsets = new long[16];
    private int[] rows = new int[16];
    private int count;
    private long totalRows;

    int count() {
        return count;
    }

    long totalRows() {
        return totalRows;
    }

    long offset(int block) {
        return offsets[block];
    }

    int rows(int block) {
        return rows[block];
    }

    void add(long offset, int rowsInBlock) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            rows = Arrays.copyOf(rows, 2 * count);
        }
        offsets[count] = offset;
        rows[count] = rowsInBlock;
        count++;
        totalRows += rowsInBlock;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        long firstRow = 0;
        for (int block = 0; block < count; block++) {
            json.writeStartArray();
            json.writeNumber(offsets[block]);
            json.writeNumber(rows[block]);
            json.writeNumber(firstRow);
            json.writeEndArray();
            firstRow += rows[block];
        }
        json.writeEndArray();
    }

    /**
     * Reads an index whose parser stands before it.
     *
     * @param end where the last block ends
     * @return the index, or null if no blocks can lie as it says
     */
    static @Nullable BlockIndex read(JsonParser json, long begin, long end) throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            return null;
        }
        BlockIndex index = new BlockIndex();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            long offset = number(json);
            long rows = number(json);
            long firstRow = number(json);
            if (json.nextToken() != JsonToken.END_ARRAY || rows < 1 || rows > Integer.MAX_VALUE) {
                return null;
            }
            if (firstRow != index.totalRows) {
                return null;
            }
            index.add(offset, (int) rows);
        }
        return json.currentToken() == JsonToken.END_ARRAY && index.covers(begin, end) ? index : null;
    }

    private static long number(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : -1;
    }

    /** Whether the blocks fill the room without gaps, each with a length that a block can have. */
    private boolean covers(long begin, long end) {
        long expected = begin;
        for (int block = 0; block < count; block++) {
            long next = block + 1 < count ? offsets[block + 1] : end;
            long stored = next - offsets[block] - BlockHeader.BYTES;
            if (offsets[block] != expected || stored < 1 || stored > BlockHeader.MAX_LENGTH) {
                return false;
            }
            expected = next;
        }
        return expected == end;
    }
}
