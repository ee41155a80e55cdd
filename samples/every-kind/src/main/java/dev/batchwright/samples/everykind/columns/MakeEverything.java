package dev.batchwright.samples.everykind.columns;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Step;
import java.util.List;

/**
 * Makes rows that use every column, differing from row to row.
 *
 * @param rows how many
 */
@Step
public record MakeEverything(int rows) implements Source<Everything> {

    @Override
    public List<Split> splits() {
        return List.of(Split.ofRows("everything", "made up", 0, rows));
    }

    @Override
    public RowReader<Everything> open(Split split, long firstRow) {
        long[] next = {split.start() + firstRow};
        long end = split.start() + split.length();
        return () -> next[0] == end ? null : new EverythingMaker(next[0]++).make();
    }
}
