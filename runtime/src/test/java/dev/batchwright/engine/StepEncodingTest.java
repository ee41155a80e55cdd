package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.StoredFormat;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.choice.Candidates;
import dev.batchwright.shard.choice.DiskRate;
import dev.batchwright.shard.choice.FakeFormat;
import dev.batchwright.shard.choice.PartEncoding;
import dev.batchwright.shard.choice.SizedRows;
import dev.batchwright.shard.choice.TrialFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepEncodingTest {

    private static final int ENOUGH = 4000;

    private final AtomicLong clock = new AtomicLong();
    private final FakeFormat cheap = new FakeFormat("cheap", clock, 300, 500);
    private final FakeFormat small = new FakeFormat("small", clock, 100, 5_000);
    private final PartEncoding ruled = new PartEncoding(cheap, CompressionSetting.NONE);
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(StoredFormat format, @Nullable TrialFigures trial) {}

    private StepEncoding encoding(@Nullable PartEncoding known) {
        EncodingPlan plan = new EncodingPlan(
                known,
                "",
                null,
                ruled,
                "a rule",
                Candidates.pairs(List.of(cheap, small), List.of(CompressionSetting.NONE, CompressionSetting.ZSTD)));
        return new StepEncoding(
                plan,
                new SizedRows(1000),
                new StepEncoding.Means(
                        () -> new DiskRate(1_000_000, "test"),
                        clock::get,
                        1 << 30,
                        (format, trial) -> kept.add(new Kept(format, trial))));
    }

    private static PartEncoding decide(StepEncoding encoding, int rows) {
        return encoding.decide(SizedRows.rows(rows), 1000L * rows);
    }

    @Test
    void triesWhereThereAreEnoughRows() {
        StepEncoding encoding = encoding(null);

        assertThat(encoding.isSettled()).isFalse();
        assertThat(decide(encoding, ENOUGH)).hasToString("small zstd");
        assertThat(encoding.isSettled()).isTrue();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).format().name()).isEqualTo("small zstd");
        assertThat(kept.get(0).format().reason())
                .isEqualTo("4,000 rows tried: 0.20 MB at 430.0 ms, against 0.40 MB at 840.0 ms as small none");
        assertThat(kept.get(0).trial()).isNotNull();
        assertThat(kept.get(0).format().trialNanos()).isPositive();
    }

    @Test
    void staysWithWhatItFound() {
        StepEncoding encoding = encoding(null);
        decide(encoding, ENOUGH);
        int parts = small.parts();

        assertThat(decide(encoding, 3)).hasToString("small zstd");
        assertThat(decide(encoding, ENOUGH)).hasToString("small zstd");
        assertThat(small.parts()).isEqualTo(parts);
        assertThat(kept).hasSize(1);
    }

    @Test
    void goesByTheRuleWhereThereAreTooFewRows() {
        StepEncoding encoding = encoding(null);

        assertThat(decide(encoding, 3)).isEqualTo(ruled);
        assertThat(kept)
                .containsExactly(new Kept(new StoredFormat("cheap", "none", "too few rows to try, a rule", 0), null));
        assertThat(cheap.parts()).isZero();
    }

    @Test
    void triesOnlyCompressionsOnceThereArePartsOfAFormat() {
        StepEncoding encoding = encoding(null);
        decide(encoding, 3);

        assertThat(encoding.isSettled()).isFalse();
        assertThat(decide(encoding, ENOUGH)).hasToString("cheap zstd");
        assertThat(small.parts()).isZero();
        assertThat(kept).hasSize(2);
    }

    @Test
    void staysWithTheFormatOfAnEarlierRunThatHadTooFewRows() {
        StepEncoding encoding = encoding(new PartEncoding(small, CompressionSetting.NONE));

        assertThat(decide(encoding, 3)).hasToString("small none");
        assertThat(kept).isEmpty();
        assertThat(decide(encoding, ENOUGH)).hasToString("small zstd");
        assertThat(cheap.parts()).isZero();
    }

    @Test
    void decidesNothingForAShardWithoutRows() {
        StepEncoding encoding = encoding(null);

        assertThat(decide(encoding, 0)).isEqualTo(ruled);
        assertThat(kept).isEmpty();
        assertThat(decide(encoding, ENOUGH)).hasToString("small zstd");
    }

    @Test
    void leavesRowsThatCannotBeStoredToTheWriter() {
        cheap.refusing();
        small.refusing();
        StepEncoding encoding = encoding(null);

        assertThat(decide(encoding, ENOUGH)).isEqualTo(ruled);
        assertThat(encoding.isSettled()).isFalse();
        assertThat(kept).isEmpty();
    }

    @Test
    void isFoundOnceHoweverManyAskAtOnce() throws Exception {
        StepEncoding encoding = encoding(null);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<PartEncoding>> found = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                found.add(threads.submit(() -> decide(encoding, ENOUGH)));
            }
            for (Future<PartEncoding> each : found) {
                assertThat(each.get()).hasToString("small zstd");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(kept).hasSize(1);
    }

    @Test
    void waitsForFewerRowsWhereLittleMayBeHeld() {
        EncodingPlan plan = new EncodingPlan(null, "", null, ruled, "", List.of());

        assertThat(wanted(plan, 1L << 40)).isEqualTo(4 << 20);
        assertThat(wanted(plan, 64 << 20)).isEqualTo(2 << 20);
        assertThat(wanted(plan, 16 << 20)).isEqualTo(1 << 20);
        assertThat(wanted(plan, 8 << 20)).as("too few to try").isEqualTo(1 << 19);
        assertThat(wanted(plan, 1)).isEqualTo(1);
    }

    private long wanted(EncodingPlan plan, long memory) {
        return new StepEncoding(
                        plan,
                        new SizedRows(1),
                        new StepEncoding.Means(() -> DiskRate.ASSUMED, clock::get, memory, (format, trial) -> {}))
                .wantedBytes();
    }
}
