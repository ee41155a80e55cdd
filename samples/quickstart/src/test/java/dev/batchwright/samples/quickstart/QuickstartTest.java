package dev.batchwright.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.samples.quickstart.Quickstart.KeepDetailed;
import dev.batchwright.samples.quickstart.Quickstart.Rating;
import dev.batchwright.samples.quickstart.Quickstart.ReadReviews;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @TempDir
    private Path folder;

    @Test
    void ratesEveryProductByItsDetailedReviews() {
        RunReport report = run(5);

        assertThat(report.step("keep-detailed").rowsIn()).isEqualTo(24);
        assertThat(report.step("keep-detailed").filtered()).isEqualTo(5);
        try (QuickstartCache cache = QuickstartCache.open(folder)) {
            assertThat(cache.rateProducts())
                    .hasSize(5)
                    .contains(new Rating("backpack", 4, 3.5), new Rating("notebook", 3, 4.0));
        }
    }

    @Test
    void readsTheReviewsOnceForTwoQuestions() {
        run(5);

        RunReport again = run(1);

        assertThat(again.step("read-reviews").shardsReused()).isEqualTo(1);
        assertThat(again.step("keep-detailed").filtered()).isZero();
    }

    private RunReport run(int words) {
        return QuickstartRunner.builder()
                .readReviews(new ReadReviews(Path.of("reviews.jsonl")))
                .keepDetailed(new KeepDetailed(words))
                .build()
                .run(RunOptions.cacheAt(folder).progress(RunOptions.Progress.OFF));
    }
}
