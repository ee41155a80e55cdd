package dev.batchwright.samples.everykind.weather;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;
import java.util.Comparator;
import java.util.List;

/** A global step: sees all rows, as often as it likes. */
@Step
public record RankStations() implements GlobalStep<NamedSummary, Rank> {

    private record Known(String name, double celsius) {}

    @Override
    public void process(Dataset<NamedSummary> summaries, Output<Rank> out) {
        List<Known> ranked = summaries.stream()
                .flatMap(summary -> known(summary).stream())
                .sorted(Comparator.comparingDouble(Known::celsius).reversed().thenComparing(Known::name))
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            double below = ranked.get(0).celsius() - ranked.get(i).celsius();
            out.add(new Rank(i + 1, ranked.get(i).name(), below));
        }
    }

    private static List<Known> known(NamedSummary summary) {
        String name = summary.name();
        Double celsius = summary.celsius();
        return name == null || celsius == null ? List.of() : List.of(new Known(name, celsius));
    }
}
