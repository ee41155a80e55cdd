package dev.batchwright.samples.everykind.weather;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import java.util.Comparator;

/** A global step: sees all rows, as often as it likes, and in whatever order, be there more of them than memory has room for. */
@Step
public record RankStations() implements GlobalStep<NamedSummary, Rank> {

    private static final Comparator<Known> WARMEST_FIRST =
            Comparator.comparingDouble(Known::celsius).reversed().thenComparing(Known::name);

    /** What of a station counts; one that is not known has neither a name nor any warmth, and comes last. */
    private record Known(String name, double celsius) {

        static Known of(NamedSummary summary) {
            String name = summary.name();
            Double celsius = summary.celsius();
            return name == null || celsius == null ? new Known("", Double.NEGATIVE_INFINITY) : new Known(name, celsius);
        }

        boolean isKnown() {
            return celsius > Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public void process(Dataset<NamedSummary> summaries, Output<Rank> out) {
        int place = 0;
        double warmest = 0;
        for (NamedSummary summary : summaries.sortedBy(Known::of, WARMEST_FIRST)) {
            Known station = Known.of(summary);
            if (!station.isKnown()) {
                return;
            }
            place++;
            warmest = place == 1 ? station.celsius() : warmest;
            out.add(new Rank(place, station.name(), warmest - station.celsius()));
        }
    }
}
