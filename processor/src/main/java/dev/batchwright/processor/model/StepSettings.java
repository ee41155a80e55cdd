package dev.batchwright.processor.model;

import java.util.Optional;

/** What {@code @Step} and {@code @BatchSize} say; attributes as there. */
public record StepSettings(
        Setting<String> name,
        Setting<String> version,
        Setting<String> persist,
        Setting<Integer> concurrency,
        Setting<Integer> retries,
        Setting<String> checkpoint,
        Setting<String> onError,
        Setting<Long> maxBadRows,
        Setting<Double> maxBadRatio,
        Setting<String> format,
        Setting<String> compression,
        Optional<BatchLimit> batch) {

    /** Whether rows that the step cannot process are put aside. */
    public boolean quarantines() {
        return onError.value().equals("QUARANTINE");
    }

    /** What {@code @BatchSize} says. */
    public record BatchLimit(Setting<Integer> rows, Setting<String> maxBytes) {}
}
