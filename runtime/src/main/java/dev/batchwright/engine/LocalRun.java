package dev.batchwright.engine;

import dev.batchwright.Run;
import dev.batchwright.RunReport;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run in a thread of its own. */
final class LocalRun implements Run {

    private final StopSignal stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable RunReport report;
    private volatile @Nullable Throwable failure;

    private LocalRun(String pipeline, StopSignal stop, Supplier<RunReport> work) {
        this.stop = stop;
        this.thread = new Thread(() -> run(work), "batchwright-run-" + pipeline);
        thread.setDaemon(false); // the process goes on until the run has ended
    }

    static Run start(String pipeline, StopSignal stop, Supplier<RunReport> work) {
        LocalRun run = new LocalRun(pipeline, stop, work);
        run.thread.start();
        return run;
    }

    private void run(Supplier<RunReport> work) {
        try {
            report = work.get();
        } catch (Throwable e) {
            failure = e;
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void cancel() {
        stop.ask();
    }

    @Override
    public void cancelNow() {
        stop.raise();
        thread.interrupt();
    }

    @Override
    public boolean isEnded() {
        return ended.getCount() == 0;
    }

    @Override
    public RunReport await() throws InterruptedException {
        ended.await();
        Failures.rethrow(failure);
        RunReport known = report;
        if (known == null) {
            throw new IllegalStateException("A run ended without a report");
        }
        return known;
    }

    @Override
    public boolean await(Duration longest) throws InterruptedException {
        return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
