package dev.batchwright.shard.choice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the format and compression with the least score for rows, by encoding and decoding them with each candidate in turn.
 *
 * <p>Candidates take turns in rounds, so that all of them meet the compiler, and whatever else the machine does, alike. Bytes alone
 * rule out who cannot win any more; after two rounds those go that are far behind. A trial ends when one is left, after
 * {@value #MAX_ROUNDS} rounds, or when its rounds have taken {@link #BUDGET_NANOS} of processor time, though not before the second.
 */
public final class Trial {

    /** The processor time after which no further round begins, in nanoseconds. */
    public static final long BUDGET_NANOS = 200_000_000;

    private static final int MAX_ROUNDS = 8;
    private static final double FAR_BEHIND = 1.5;

    /** What rules say stays unless another is better by more than this: scores this close change places from run to run. */
    private static final double TIE = 1.03;

    private final Sample<?> sample;
    private final DiskRate disk;
    private final CpuMeter meter;

    /**
     * What came out.
     *
     * @param chosen the winner, or null where no candidate can store the rows
     * @param figures what was measured
     */
    public record Result(@Nullable PartEncoding chosen, TrialFigures figures) {}

    /**
     * Prepares a trial.
     *
     * @param sample the rows
     * @param disk how fast the disk is
     * @param meter measures the processor time
     */
    public Trial(Sample<?> sample, DiskRate disk, CpuMeter meter) {
        this.sample = sample;
        this.disk = disk;
        this.meter = meter;
    }

    /**
     * Tries the candidates.
     *
     * @param candidates at least one
     * @param ruled the candidate that wins where scores are as good as equal
     * @return the winner and all figures
     */
    public Result run(List<PartEncoding> candidates, PartEncoding ruled) {
        long began = meter.nanos();
        List<Contender> all = candidates.stream().map(Contender::new).toList();
        all.forEach(contender -> contender.warmUp(sample));
        List<Contender> left = new ArrayList<>(all);
        left.removeIf(Contender::hasFailed);
        long roundsBegan = meter.nanos();
        for (int round = 1; goesOn(round, left, roundsBegan); round++) {
            left.forEach(contender -> contender.measure(sample));
            Collections.reverse(left);
            drop(left, round);
        }
        List<Contender> ranking = new ArrayList<>(all);
        ranking.sort(Comparator.comparingLong(contender -> contender.score(disk)));
        TrialFigures figures = new TrialFigures(
                sample.rows(),
                disk,
                meter.nanos() - began,
                ranking.stream().map(contender -> contender.figures(disk)).toList());
        return new Result(winner(ranking, ruled), figures);
    }

    private boolean goesOn(int round, List<Contender> left, long roundsBegan) {
        if (round == 1) {
            return !left.isEmpty();
        }
        boolean hasTime = round == 2 || meter.nanos() - roundsBegan < BUDGET_NANOS;
        return left.size() > 1 && round <= MAX_ROUNDS && hasTime;
    }

    private void drop(List<Contender> left, int round) {
        left.removeIf(Contender::hasFailed);
        long best = left.stream()
                .mapToLong(contender -> contender.score(disk))
                .min()
                .orElse(Long.MAX_VALUE);
        left.removeIf(contender -> CandidateFigures.score(disk, contender.bytes(), 0, 0) > best);
        if (round > 1) {
            left.removeIf(contender -> contender.score(disk) > FAR_BEHIND * best);
        }
    }

    private @Nullable PartEncoding winner(List<Contender> ranking, PartEncoding ruled) {
        Contender best = ranking.get(0);
        if (best.hasFailed()) {
            return null;
        }
        return ranking.stream()
                .filter(contender -> contender.encoding().equals(ruled))
                .filter(contender -> contender.score(disk) <= TIE * best.score(disk))
                .findFirst()
                .orElse(best)
                .encoding();
    }
}
