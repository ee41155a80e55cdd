package dev.batchwright.engine;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a run in order when the process is ending. This is a shutdown hook and not a handler of signals, for handlers are the
 * application's, and a process that ends by a signal has its exit code from the JVM either way. Only once the process is ending
 * anyway are signals taken over, so that another one ends it at once.
 */
final class ShutdownStop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.batchwright.run");
    private static final long POLL_MILLIS = 200;

    private final StopSignal stop;
    private final Thread runner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::processEnds, "batchwright-shutdown");
    private boolean registered;

    private ShutdownStop(StopSignal stop) {
        this.stop = stop;
    }

    static ShutdownStop register(RunOptions options, StopSignal stop) {
        ShutdownStop shutdown = new ShutdownStop(stop);
        if (options.stopAtShutdown()) {
            try {
                Runtime.getRuntime().addShutdownHook(shutdown.hook);
                shutdown.registered = true;
            } catch (IllegalStateException e) {
                stop.ask(); // the process is ending already
            }
        }
        return shutdown;
    }

    /** Runs, and lets the end of the process know when the run has ended. */
    RunReport watch(Supplier<RunReport> run) {
        try {
            return run.get();
        } finally {
            ended.countDown();
        }
    }

    private void processEnds() {
        LOG.info(
                "The process is ending, so the run ends first: running calls are waited for. Another signal ends it at once.");
        SecondSignal.endsTheProcess();
        stop.ask();
        try {
            while (!ended.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (Whereabouts.isExiting(runner)) {
                    return; // the thread that runs the pipeline waits for this one
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (registered) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.debug("The process is ending", e);
            }
        }
    }
}
