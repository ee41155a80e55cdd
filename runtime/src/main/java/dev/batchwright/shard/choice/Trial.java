package dev.batchwright.shard.choice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the format and compression with the least score for rows, by encoding and decoding them with each candidate.
 *
 * <p>Each candidate encodes the whole sample once, for its bytes. Times are taken of a slice, in rounds in which the candidates take
 * turns, so that all of them meet the compiler, and whatever else the machine does, alike. Who cannot win for his bytes alone, or is
 * far behind after some rounds, drops out. A trial ends when one is left, when times get no better, or after {@link #BUDGET_NANOS} of
 * processor time.
 */
public final class Trial {

    /** The processor time of the rounds after which no further one begins, in nanoseconds. */
    static final long BUDGET_NANOS = 300_000_000;

    private static final int FEWEST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 40;
    private static final int IDLE_ROUNDS = 3;
    private static final double BETTER = 0.98;
    private static final double FAR_BEHIND = 2;

    /** What rules say stays unless another is better by more than this: scores this close change places from run to run. */
    private static final double TIE = 1.03;

    /**
     * How many times as fast code may be once it is compiled. The trial is often the first that runs it, and some formats have more code
     * than others: another format than the one that rules say has to win also if all processor times were so much shorter.
     */
    private static final int HOT = 8;

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
        List<Contender> all = candidates.stream()
                .map(candidate -> new Contender(candidate, sample, disk))
                .toList();
        all.forEach(Contender::size);
        rounds(new ArrayList<>(all));
        List<Contender> ranking = new ArrayList<>(all);
        ranking.sort(Comparator.comparingLong(Contender::score));
        TrialFigures figures = new TrialFigures(
                sample.rows(),
                disk,
                meter.nanos() - began,
                ranking.stream().map(Contender::figures).toList());
        return new Result(winner(ranking, ruled), figures);
    }

    private void rounds(List<Contender> left) {
        long began = meter.nanos();
        double sum = Double.MAX_VALUE;
        int idle = 0;
        for (int round = 1; round <= MOST_ROUNDS && idle < IDLE_ROUNDS; round++) {
            left.forEach(Contender::time);
            left.removeIf(Contender::hasFailed);
            if (left.size() <= 1 || (round >= FEWEST_ROUNDS && meter.nanos() - began >= BUDGET_NANOS)) {
                return;
            }
            double now = left.stream().mapToDouble(Contender::score).sum();
            idle = now < BETTER * sum ? 0 : idle + 1;
            int before = left.size();
            drop(left, round >= FEWEST_ROUNDS);
            sum = left.size() == before
                    ? now
                    : left.stream().mapToDouble(Contender::score).sum();
            Collections.reverse(left); // so that nobody always comes after the same one
        }
    }

    private static void drop(List<Contender> left, boolean isWarm) {
        long best = left.stream().mapToLong(Contender::score).min().orElse(Long.MAX_VALUE);
        left.removeIf(contender -> contender.leastScore() > best || (isWarm && contender.score() > FAR_BEHIND * best));
    }

    private static @Nullable PartEncoding winner(List<Contender> ranking, PartEncoding ruled) {
        if (ranking.get(0).score() == Long.MAX_VALUE) {
            return null;
        }
        List<Contender> eligible = ranking.stream()
                .filter(contender -> contender.score() != Long.MAX_VALUE)
                .toList();
        if (!winsWhenHot(eligible, ruled)) {
            eligible = eligible.stream()
                    .filter(contender -> isOfFormat(contender, ruled))
                    .toList();
        }
        Contender best = eligible.get(0);
        return eligible.stream()
                .filter(contender -> contender.encoding().equals(ruled))
                .filter(contender -> contender.score() <= TIE * best.score())
                .findFirst()
                .orElse(best)
                .encoding();
    }

    /** Whether another format than the ruled one is the best, and would be so too if all code were compiled. */
    private static boolean winsWhenHot(List<Contender> ranking, PartEncoding ruled) {
        if (isOfFormat(ranking.get(0), ruled)) {
            return true; // nothing is left to the compiler
        }
        long ours = hottest(ranking.stream().filter(contender -> isOfFormat(contender, ruled)));
        return hottest(ranking.stream().filter(contender -> !isOfFormat(contender, ruled))) < ours;
    }

    private static long hottest(Stream<Contender> contenders) {
        return contenders
                .mapToLong(contender -> contender.leastScore() + (contender.score() - contender.leastScore()) / HOT)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean isOfFormat(Contender contender, PartEncoding encoding) {
        return contender.encoding().format().equals(encoding.format());
    }
}
