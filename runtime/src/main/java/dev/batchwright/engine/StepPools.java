package dev.batchwright.engine;

import dev.batchwright.memory.MemoryBudget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The pools of the steps whose calls may be tried again or run at once. Safe for use by several threads. */
final class StepPools implements AutoCloseable {

    private static final long POLL_MILLIS = 200;
    private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final StopSignal stop;
    private final Map<String, StepPool> pools = new LinkedHashMap<>();

    StepPools(Iterable<StepRuntime> steps, MemoryBudget memory, StopSignal stop) {
        this.stop = stop;
        for (StepRuntime step : steps) {
            if (isCollected(step)) {
                pools.put(step.name(), new StepPool(step, memory, stop));
            }
        }
    }

    /** Whether what a call makes has to wait until the call has ended well. */
    static boolean isCollected(StepRuntime step) {
        return step.settings().concurrency() > 1
                || step.settings().retries() > 0
                || step.quarantine() != null
                || step.isolated() != null
                || step.basis() != null;
    }

    OrderedCalls.Pool of(StepRuntime step) {
        return Objects.requireNonNull(pools.get(step.name()), step.name());
    }

    /**
     * Ends the threads of all pools. When the run was asked to end nobody waits for their calls any more, so they are interrupted;
     * those that do not let themselves be interrupted are left behind after some time.
     */
    @Override
    public void close() {
        if (stop.isAsked()) {
            stop.raise();
        }
        pools.values().forEach(StepPool::end);
        boolean interrupted = false;
        boolean ended = false;
        long began = System.nanoTime();
        while (!ended && System.nanoTime() - began < LEAVE_NANOS && !Whereabouts.isExitCalled()) {
            try {
                ended = awaitAll();
            } catch (InterruptedException e) {
                interrupted = true;
                stop.raise();
                pools.values().forEach(StepPool::end);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        for (StepPool pool : pools.values()) {
            Failures.rethrow(pool.closeFailure());
        }
    }

    private boolean awaitAll() throws InterruptedException {
        boolean ended = true;
        for (StepPool pool : pools.values()) {
            ended &= pool.awaitEnd(POLL_MILLIS);
        }
        return ended;
    }
}
