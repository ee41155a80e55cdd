package dev.batchwright.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadProgressTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MEGABYTE = 1_000_000;

    private final ReadProgress progress = new ReadProgress();

    @Test
    void whatIsReadAtFirstAndAfterTheLastByteDoesNotCount() {
        progress.see(0, 10 * MEGABYTE);
        progress.see(10 * SECOND, 300 * MEGABYTE);
        progress.see(11 * SECOND, 400 * MEGABYTE);
        progress.see(12 * SECOND, 500 * MEGABYTE);
        progress.see(20 * SECOND, 500 * MEGABYTE);
        assertThat(progress.warmMegabytesPerSecond()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aProcessThatReadsLittleHasNoRate() {
        progress.see(0, 10 * MEGABYTE);
        progress.see(SECOND, 300 * MEGABYTE);
        assertThat(progress.warmMegabytesPerSecond()).isZero();
    }

    @Test
    void aProcessThatHasEndedHasNoNews() {
        progress.see(0, 300 * MEGABYTE);
        progress.see(SECOND, 0);
        progress.see(2 * SECOND, 400 * MEGABYTE);
        assertThat(progress.warmMegabytesPerSecond()).isCloseTo(50, within(1e-9));
    }
}
