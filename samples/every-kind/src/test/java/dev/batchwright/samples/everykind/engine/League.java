package dev.batchwright.samples.everykind.engine;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.SequentialSource;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A pipeline whose global steps sort more rows than there is memory for. */
final class League {

    static final int MATCHES = 4000;

    private League() {}

    record Match(long id, String team, int points, String notes) {}

    record Place(long place, long id) {}

    @Step
    record ReadMatches(int rows) implements SequentialSource<Match> {

        @Override
        public RowReader<Match> open(long firstRow) {
            List<Match> matches = matches(rows);
            long[] next = {firstRow};
            return () -> next[0] == rows ? null : matches.get((int) next[0]++);
        }
    }

    /** Fewest points last; of the same points, those first that come first. */
    @Step
    record Rank(@Resource Probe probe) implements GlobalStep<Match, Place> {

        @Override
        public void process(Dataset<Match> all, Output<Place> out) {
            Dataset<Match> sorted = all.sortedBy(Match::points, Comparator.reverseOrder());
            sorted.iterator().next(); // and no further
            long place = 0;
            for (Match match : sorted) {
                probe.pass(place);
                out.add(new Place(place++, match.id()));
            }
        }
    }

    @Step
    record FirstOfEachTeam() implements GlobalStep<Match, Place> {

        @Override
        public void process(Dataset<Match> all, Output<Place> out) {
            for (Match match : all.distinctBy(Match::team)) {
                out.add(new Place(0, match.id()));
            }
        }
    }

    @Pipeline
    @Flow({ReadMatches.class, Rank.class})
    @Flow({ReadMatches.class, FirstOfEachTeam.class})
    interface Season {}

    static List<Match> matches(int rows) {
        Random random = new Random(11);
        List<Match> matches = new ArrayList<>();
        for (int id = 0; id < rows; id++) {
            matches.add(
                    new Match(id, "team " + random.nextInt(300), random.nextInt(50), "n".repeat(random.nextInt(60))));
        }
        return matches;
    }

    static List<Place> expectedRanks() {
        List<Match> sorted = matches(MATCHES);
        Collections.sort(sorted, Comparator.comparing(Match::points, Comparator.reverseOrder()));
        List<Place> places = new ArrayList<>();
        sorted.forEach(match -> places.add(new Place(places.size(), match.id())));
        return places;
    }

    static List<Place> expectedFirsts() {
        Map<String, Place> firsts = new LinkedHashMap<>();
        matches(MATCHES).forEach(match -> firsts.putIfAbsent(match.team(), new Place(0, match.id())));
        return List.copyOf(firsts.values());
    }

    static RunReport run(Path cache, Probe probe) {
        return League_SeasonRunner.builder()
                .readMatches(new ReadMatches(MATCHES))
                .rank(new Rank(probe))
                .build()
                .run(RunOptions.cacheAt(cache).threads(2).memory("64KiB").progress(RunOptions.Progress.OFF));
    }

    /** A process that dies at a row of the step that ranks, when rows are on disk. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] args) {
            Probe probe = new Probe();
            probe.haltAt(1000);
            run(Path.of(args[0]), probe);
        }
    }
}
