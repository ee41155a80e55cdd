package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RemovedOutput;
import dev.batchwright.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static StoredOutput output(String step, int number, boolean isCurrent, long bytes, int daysAgo) {
        return new StoredOutput(
                step,
                "%012x".formatted(number),
                isCurrent,
                bytes,
                1_000 - daysAgo,
                NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Retention retention(@Nullable Integer ttlDays, @Nullable Integer keep, @Nullable Long maxBytes) {
        return new Retention(
                Optional.ofNullable(ttlDays).map(Duration::ofDays),
                keep == null ? OptionalInt.empty() : OptionalInt.of(keep),
                maxBytes == null ? OptionalLong.empty() : OptionalLong.of(maxBytes));
    }

    private static List<String> removed(Retention retention, List<StoredOutput> outputs) {
        return RetentionRules.apply(retention, outputs, NOW).stream()
                .map(output -> output.step() + " " + Integer.parseInt(output.fingerprint(), 16))
                .toList();
    }

    private static final List<StoredOutput> OUTPUTS = List.of(
            output("a", 0, true, 100, 400),
            output("a", 1, false, 10, 1),
            output("a", 2, false, 20, 20),
            output("a", 3, false, 30, 30),
            output("b", 4, true, 100, 0),
            output("b", 5, false, 50, 25));

    @Test
    void removesNothingUnlessARuleIsSet() {
        assertThat(removed(Retention.ALL, OUTPUTS)).isEmpty();
    }

    @Test
    void removesWhatWasNotUsedForLongerThanTtl() {
        assertThat(removed(retention(25, null, null), OUTPUTS)).containsExactly("a 3");
        assertThat(removed(retention(0, null, null), OUTPUTS)).containsExactly("a 3", "b 5", "a 2", "a 1");
        assertThat(RetentionRules.apply(retention(25, null, null), OUTPUTS, NOW))
                .extracting(RemovedOutput::why)
                .containsExactly("not used for 30 days, and ttl is 25 days");
    }

    @Test
    void keepsOfEachStepThoseThatWereUsedLast() {
        assertThat(removed(retention(null, 1, null), OUTPUTS)).containsExactly("a 3", "a 2");
        assertThat(removed(retention(null, 0, null), OUTPUTS)).containsExactly("a 3", "b 5", "a 2", "a 1");
        assertThat(removed(retention(null, 3, null), OUTPUTS)).isEmpty();
    }

    @Test
    void removesTheLeastRecentlyUsedUntilAllOutputsFit() {
        assertThat(removed(retention(null, null, 310L), OUTPUTS)).isEmpty();
        assertThat(removed(retention(null, null, 280L), OUTPUTS)).containsExactly("a 3");
        assertThat(removed(retention(null, null, 279L), OUTPUTS)).containsExactly("a 3", "b 5");
        assertThat(removed(retention(null, null, 1L), OUTPUTS)).containsExactly("a 3", "b 5", "a 2", "a 1");
    }

    @Test
    void countsWhatOneRuleRemovesAsGoneForTheOthers() {
        assertThat(removed(retention(25, null, 280L), OUTPUTS)).containsExactly("a 3");
        assertThat(removed(retention(25, 1, 240L), OUTPUTS)).containsExactly("a 3", "b 5", "a 2");
    }

    /** A clock that went backwards between two runs gives the later use the earlier time. */
    @Test
    void goesByTheOrderOfRunsAndNotByTheirTimes() {
        StoredOutput earlier = new StoredOutput("a", "00000000000a", false, 10, 7, NOW);
        StoredOutput later = new StoredOutput("a", "00000000000b", false, 10, 8, NOW.minus(Duration.ofDays(300)));

        assertThat(RetentionRules.apply(retention(null, 1, null), List.of(earlier, later), NOW))
                .extracting(RemovedOutput::fingerprint)
                .containsExactly("00000000000a");
        assertThat(RetentionRules.apply(retention(null, null, 15L), List.of(earlier, later), NOW))
                .extracting(RemovedOutput::fingerprint)
                .containsExactly("00000000000a");
    }

    @Test
    void neverRemovesACurrentOutputWhateverTheRules() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<StoredOutput> outputs = new ArrayList<>();
            for (int number = 0; number < random.nextInt(12); number++) {
                outputs.add(output(
                        "step " + random.nextInt(3),
                        number,
                        random.nextBoolean(),
                        random.nextInt(100),
                        random.nextInt(50)));
            }
            Retention retention = retention(
                    random.nextBoolean() ? random.nextInt(50) : null,
                    random.nextBoolean() ? random.nextInt(3) : null,
                    random.nextBoolean() ? Long.valueOf(random.nextInt(300)) : null);
            List<String> removed = removed(retention, outputs);

            String where = "seed " + seed + ", round " + round;
            assertThat(removed).as(where).doesNotHaveDuplicates();
            outputs.stream()
                    .filter(StoredOutput::isCurrent)
                    .forEach(current -> assertThat(removed)
                            .as(where)
                            .doesNotContain(current.step() + " " + Integer.parseInt(current.folder(), 16)));
            Collections.shuffle(outputs, random);
            assertThat(removed(retention, outputs)).as(where).isEqualTo(removed);
        }
    }
}
