package dev.batchwright.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rows that a shard got before it was known how to write them, and where its parts might have ended. Played to a writer, they make
 * the same parts as if it had been known from the start.
 */
final class FirstRows<T> {

    private final List<T> rows = new ArrayList<>();
    private long bytes;
    private int[] rowsBefore = new int[16];
    private long[] inputRows = new long[16];
    private int boundaries;

    void add(T row, long size) {
        rows.add(row);
        bytes += size;
    }

    /** Of several boundaries between two rows only the first can end a part. */
    void boundary(long inputRow) {
        if (boundaries > 0 && rowsBefore[boundaries - 1] == rows.size()) {
            return;
        }
        if (boundaries == inputRows.length) {
            rowsBefore = Arrays.copyOf(rowsBefore, 2 * boundaries);
            inputRows = Arrays.copyOf(inputRows, 2 * boundaries);
        }
        rowsBefore[boundaries] = rows.size();
        inputRows[boundaries] = inputRow;
        boundaries++;
    }

    List<T> rows() {
        return Collections.unmodifiableList(rows);
    }

    long bytes() {
        return bytes;
    }

    void playTo(RowStore<T> writer) {
        int next = 0;
        for (int row = 0; row <= rows.size(); row++) {
            if (next < boundaries && rowsBefore[next] == row) {
                writer.boundary(inputRows[next++]);
            }
            if (row < rows.size()) {
                writer.add(rows.get(row));
            }
        }
    }
}
