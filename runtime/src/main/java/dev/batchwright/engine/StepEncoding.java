package dev.batchwright.engine;

import dev.batchwright.StoredFormat;
import dev.batchwright.cache.EncodingChoice;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.CpuMeter;
import dev.batchwright.shard.choice.DiskRate;
import dev.batchwright.shard.choice.PartEncoding;
import dev.batchwright.shard.choice.Sample;
import dev.batchwright.shard.choice.Trial;
import dev.batchwright.shard.choice.TrialFigures;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a step are written during a run: as planned or, where the plan leaves it to the rows, as a trial on the first rows
 * finds. The first thread that has enough of them makes the trial, and others that need to know wait for it. Safe for use by several
 * threads.
 */
final class StepEncoding implements EncodingChoice<Object> {

    /** The most bytes of rows that a trial waits for. */
    static final long MOST_BYTES = 4L << 20;

    /** Fewer bytes of rows are not worth a trial. */
    static final long FEWEST_BYTES = 1L << 20;

    private final EncodingPlan plan;
    private final ShardSerializer<Object> serializer;
    private final Means means;
    private volatile boolean settled;
    private volatile @Nullable PartEncoding known;

    /**
     * What a trial needs of its surroundings.
     *
     * @param disk how fast the disk is; asked by a trial only
     * @param meter measures processor time
     * @param memoryBytes what the run may hold
     * @param keeper keeps what was found
     */
    record Means(Supplier<DiskRate> disk, CpuMeter meter, long memoryBytes, Keeper keeper) {}

    /** Keeps what was found, before a part is written by it. */
    interface Keeper {
        void keep(StoredFormat format, @Nullable TrialFigures trial);
    }

    StepEncoding(EncodingPlan plan, ShardSerializer<Object> serializer, Means means) {
        this.plan = plan;
        this.serializer = serializer;
        this.means = means;
        this.known = plan.known();
        this.settled = plan.isSettled();
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    /** Every shard that is being written holds so much for each of its steps, so it has to be little of what may be held. */
    @Override
    public long wantedBytes() {
        long wanted = Math.max(FEWEST_BYTES, Math.min(MOST_BYTES, means.memoryBytes() / 32));
        return Math.min(wanted, Math.max(1, means.memoryBytes() / 16));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where a shard has too few rows, the schema decides the format, for parts of it are there then; the compression may still be
     * found by a shard that has enough. A shard without rows decides nothing.
     */
    @Override
    public PartEncoding decide(List<Object> firstRows, long bytes) {
        PartEncoding encoding = known;
        if (settled && encoding != null) {
            return encoding;
        }
        synchronized (this) {
            encoding = known;
            if (settled && encoding != null) {
                return encoding;
            }
            if (bytes >= FEWEST_BYTES) {
                return tried(firstRows);
            }
            if (encoding != null || firstRows.isEmpty()) {
                return encoding == null ? plan.ruled() : encoding;
            }
            return ruled();
        }
    }

    private PartEncoding ruled() {
        PartEncoding ruled = plan.ruled();
        keep(ruled, "too few rows to try, " + plan.ruledReason(), null);
        known = ruled;
        return ruled;
    }

    private PartEncoding tried(List<Object> rows) {
        PartEncoding before = known;
        PartEncoding favourite = before == null ? plan.ruled() : before;
        List<PartEncoding> candidates = plan.candidates().stream()
                .filter(candidate -> before == null || candidate.format().equals(before.format()))
                .toList();
        Trial.Result result = new Trial(
                        new Sample<>(rows, serializer, means.meter()),
                        means.disk().get(),
                        means.meter())
                .run(candidates, favourite);
        PartEncoding chosen = result.chosen();
        if (chosen == null) {
            return favourite; // writing will fail as it would have without a trial, and say why
        }
        keep(chosen, TrialReason.of(chosen, result.figures()), result.figures());
        known = chosen;
        settled = true;
        return chosen;
    }

    private void keep(PartEncoding encoding, String reason, @Nullable TrialFigures trial) {
        StoredFormat format = new StoredFormat(
                encoding.format().name(),
                encoding.compression().toString(),
                reason,
                trial == null ? 0 : trial.cpuNanos());
        means.keeper().keep(format, trial);
    }
}
