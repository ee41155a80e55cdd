package dev.batchwright.samples.everykind.weather;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Step;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A source: reads rows that lie somewhere, in splits that can be read at the same time. This one makes them up, the same ones every
 * time, a split a station.
 *
 * @param stations how many stations there are
 * @param minutes how many readings each has
 */
@Step
public record ReadArchive(int stations, int minutes) implements Source<Reading> {

    @Override
    public List<Split> splits() {
        return IntStream.range(0, stations)
                .mapToObj(station -> Split.ofRows("archive", "made up", (long) station * minutes, minutes))
                .toList();
    }

    @Override
    public RowReader<Reading> open(Split split, long firstRow) {
        return new MadeUpReadings(minutes, split.start() + firstRow, split.start() + split.length());
    }
}
