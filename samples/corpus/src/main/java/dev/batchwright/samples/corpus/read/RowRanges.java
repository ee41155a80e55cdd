package dev.batchwright.samples.corpus.read;

import dev.batchwright.Split;
import java.util.ArrayList;
import java.util.List;

/** Cuts rows into splits of equal length, so that several threads can read them. */
final class RowRanges {

    private RowRanges() {}

    static List<Split> cut(String name, String identity, long rows, int splitRows) {
        List<Split> splits = new ArrayList<>();
        for (long start = 0; start < rows; start += splitRows) {
            splits.add(Split.ofRows(name, identity, start, Math.min(splitRows, rows - start)));
        }
        return splits;
    }
}
