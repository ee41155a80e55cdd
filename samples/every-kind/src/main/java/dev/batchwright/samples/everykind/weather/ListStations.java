package dev.batchwright.samples.everykind.weather;

import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.annotation.Step;
import java.util.List;

/**
 * Another source, for the other side of a join.
 *
 * @param names the names of the stations, by their numbers
 */
@Step
public record ListStations(List<String> names) implements SequentialSource<Station> {

    /** Copies the names. */
    public ListStations {
        names = List.copyOf(names);
    }

    @Override
    public RowReader<Station> open(long firstRow) {
        int[] next = {Math.toIntExact(firstRow)};
        return () -> next[0] == names.size() ? null : new Station(next[0], names.get(next[0]++));
    }
}
