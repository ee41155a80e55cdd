package dev.batchwright.samples.everykind.weather;

import dev.batchwright.CoGroupStep;
import dev.batchwright.Dataset;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A co-group: sees all rows of a key from two branches together. This one is a full outer join; looking at one side only makes it a
 * left join, and asking whether a side is empty an anti-join.
 */
@Step
public record JoinStation() implements CoGroupStep<Integer, Summary, Station, NamedSummary> {

    @Override
    public Integer leftKey(Summary summary) {
        return summary.station();
    }

    @Override
    public Integer rightKey(Station station) {
        return station.number();
    }

    @Override
    public void process(
            Integer number, Dataset<Summary> summaries, Dataset<Station> stations, Output<NamedSummary> out) {
        Summary summary = onlyRow(summaries);
        Station station = onlyRow(stations);
        out.add(new NamedSummary(
                number, station == null ? null : station.name(), summary == null ? null : summary.celsius()));
    }

    private static <T> @Nullable T onlyRow(Dataset<T> rows) {
        Iterator<T> iterator = rows.iterator();
        return iterator.hasNext() ? iterator.next() : null;
    }
}
