package dev.batchwright.engine;

import dev.batchwright.engine.OrderedCalls.Call;
import dev.batchwright.engine.OrderedCalls.Ended;
import dev.batchwright.memory.MemoryBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the calls of a step that has several in flight, on threads of its own, or that is tried again when it fails. Safe for use by
 * several threads.
 */
final class StepPool implements OrderedCalls.Pool, Bisection.Tries {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final StepRuntime step;
    private final MemoryBudget memory;
    private final StopSignal stop;
    private final @Nullable ExecutorService threads;
    private final Map<Thread, Worker> workers = new ConcurrentHashMap<>();
    private final Queue<Throwable> closeFailures = new ConcurrentLinkedQueue<>();

    StepPool(StepRuntime step, MemoryBudget memory, StopSignal stop) {
        this.step = step;
        this.memory = memory;
        this.stop = stop;
        int concurrency = step.settings().concurrency();
        this.threads = concurrency == 1 ? null : Executors.newFixedThreadPool(concurrency, this::thread);
    }

    private Thread thread(Runnable calls) {
        Thread thread = new Thread(() -> work(calls), "batchwright-" + step.name());
        thread.setDaemon(true);
        return thread;
    }

    /** Runs the calls of one thread, then closes the step for it. */
    private void work(Runnable calls) {
        Worker worker = new Worker();
        workers.put(Thread.currentThread(), worker);
        try {
            calls.run();
        } finally {
            try {
                worker.close();
            } catch (Throwable e) {
                closeFailures.add(e);
            }
        }
    }

    @Override
    public int limit() {
        return step.settings().concurrency();
    }

    @Override
    public <O> Future<Ended<O>> submit(long from, Call<O> call) {
        if (threads == null) {
            return CompletableFuture.completedFuture(inPieces(from, call));
        }
        return threads.submit(() -> {
            try {
                Objects.requireNonNull(workers.get(Thread.currentThread())).open(step);
            } catch (RuntimeException e) {
                return new Ended<O>(from, from + call.rows(), List.of(), 0, 0, e, List.of());
            }
            return inPieces(from, call);
        });
    }

    private <O> Ended<O> inPieces(long from, Call<O> call) {
        Ended<O> ended = retried(from, call);
        Throwable failure = ended.failure();
        return failure != null && (step.quarantine() != null || Bisection.isOfSize(failure))
                ? Bisection.of(ended, call, this, stop)
                : ended;
    }

    @Override
    public <O> Ended<O> piece(long from, Call<O> call) {
        step.metrics().countRetry();
        return call.rows() == 1 || !putsAside() ? retried(from, call) : once(from, call);
    }

    /**
     * Makes a call; where the heap is too small for it, others give back what they hold. Later calls get fewer rows when it is known that
     * halves fit: one row that is too large for itself shall not make all others come alone. A sink's never do, as each has an id.
     */
    private <O> Ended<O> once(long from, Call<O> call) {
        Ended<O> ended = Ended.of(from, call);
        if (ended.failure() instanceof OutOfMemoryError) {
            memory.relieve(step.name());
        }
        return ended;
    }

    @Override
    public void fitsInHalves(Call<?> call) {
        step.memory().wasTooLarge(call.rows(), call.bytes());
    }

    private <O> Ended<O> retried(long from, Call<O> call) {
        Ended<O> ended = once(from, call);
        if (ended.failure() instanceof OutOfMemoryError && call.rows() == 1 && !step.isSink()) {
            step.metrics().countRetry();
            ended = Ended.of(from, call); // there may be room by now
        }
        for (int retry = 0; mayRetry(ended.failure(), call, retry); retry++) {
            step.metrics().countRetry();
            stop.pause(pauseMillis(retry));
            ended = once(from, call);
        }
        return ended;
    }

    private boolean mayRetry(@Nullable Throwable failure, Call<?> call, int retry) {
        return failure instanceof Exception
                && !(failure instanceof InterruptedException)
                && retry < step.settings().retries()
                && !(Bisection.isOfSize(failure) && !call.halves().isEmpty());
    }

    @Override
    public boolean putsAside() {
        return step.quarantine() != null;
    }

    /** Doubles the pause each time, and spreads it so that calls that failed together are not tried again together. */
    private static long pauseMillis(int retry) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(retry, 20));
        return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    }

    /** Takes no more calls, and interrupts those that are running where the run is to end at once. */
    void end() {
        if (threads != null && stop.isRaised()) {
            threads.shutdownNow();
        } else if (threads != null) {
            threads.shutdown();
        }
    }

    /**
     * Waits for the threads.
     *
     * @param millis how long at most
     * @return whether they have ended
     */
    boolean awaitEnd(long millis) throws InterruptedException {
        return threads == null || threads.awaitTermination(millis, TimeUnit.MILLISECONDS);
    }

    /** What the first step threw that could not be closed, if any. */
    @Nullable
    Throwable closeFailure() {
        return closeFailures.peek();
    }
}
