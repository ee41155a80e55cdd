package dev.batchwright.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pools of the steps whose calls may be tried again or run at once. Safe for use by several threads. */
final class StepPools implements AutoCloseable {

    private final Map<String, StepPool> pools = new LinkedHashMap<>();

    StepPools(Iterable<StepRuntime> steps, StopSignal stop) {
        for (StepRuntime step : steps) {
            if (isCollected(step)) {
                pools.put(step.name(), new StepPool(step, stop));
            }
        }
    }

    /** Whether what a call makes has to wait until the call has ended well. */
    static boolean isCollected(StepRuntime step) {
        return step.settings().concurrency() > 1 || step.settings().retries() > 0;
    }

    OrderedCalls.Pool of(StepRuntime step) {
        return Objects.requireNonNull(pools.get(step.name()), step.name());
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (StepPool pool : pools.values()) {
            try {
                pool.close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
