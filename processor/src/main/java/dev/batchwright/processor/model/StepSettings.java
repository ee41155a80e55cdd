package dev.batchwright.processor.model;

import dev.batchwright.annotation.BatchSize;
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
        Setting<Boolean> isolated,
        Setting<String> heap,
        Setting<String> format,
        Setting<String> compression,
        Optional<BatchLimit> batch) {

    private static final String DEFAULT_HEAP = "256MiB";

    /** Whether rows that the step cannot process are put aside. */
    public boolean quarantines() {
        return onError.value().equals("QUARANTINE");
    }

    /** The heap of the step's processes; the default where none is named. */
    public String heapText() {
        return heap.value().isBlank() ? DEFAULT_HEAP : heap.value();
    }

    /** The most rows of a batch; the default where nothing is said. */
    public int batchRows() {
        return batch.map(limit -> limit.rows().value()).orElse(BatchSize.DEFAULT_ROWS);
    }

    /** The most bytes of a batch, as the user wrote them; the default where nothing is said. */
    public String batchBytes() {
        return batch.map(limit -> limit.maxBytes().value()).orElse(BatchSize.DEFAULT_MAX_BYTES);
    }

    /** What {@code @BatchSize} says. */
    public record BatchLimit(Setting<Integer> rows, Setting<String> maxBytes) {}
}
