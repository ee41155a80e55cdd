package dev.batchwright.shard.choice;

import java.util.List;

/**
 * What a trial was made on, and what it found. Kept in {@code step.json}.
 *
 * @param rows the rows of the sample
 * @param disk how fast the disk was taken to be
 * @param cpuNanos the processor time that the trial took, in nanoseconds
 * @param candidates the formats and compressions that were tried, the best first
 */
public record TrialFigures(int rows, DiskRate disk, long cpuNanos, List<CandidateFigures> candidates) {

    /** Copies the candidates. */
    public TrialFigures {
        candidates = List.copyOf(candidates);
    }
}
