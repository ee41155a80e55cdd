package dev.batchwright.shard;

import com.sun.management.ThreadMXBean;
import dev.batchwright.BatchwrightException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that mean harm: finds out whether they are refused in the way that callers can handle, how much memory was allocated, and
 * that reading ends.
 */
public final class Guarded implements AutoCloseable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int DEADLINE_SECONDS = 120;

    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "guarded-reader");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What came of reading.
     *
     * @param rows the rows, or null if the file was refused
     * @param refusal the exception that refused it, or null
     * @param allocated how many bytes of heap reading allocated in all, also those that were freed
     */
    public record Outcome(@Nullable List<?> rows, @Nullable BatchwrightException refusal, long allocated) {

        public boolean isRefused() {
            return refusal != null;
        }
    }

    /**
     * Reads a file.
     *
     * @param what says which file, for failures
     * @param read reads it
     * @throws AssertionError if it throws what it may not, or does not end
     */
    public Outcome read(String what, Callable<List<?>> read) {
        try {
            return reader.submit(() -> measured(read)).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " was still being read after " + DEADLINE_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + " made the reader fail: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome measured(Callable<List<?>> read) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        List<?> rows = null;
        BatchwrightException refusal = null;
        try {
            rows = read.call();
        } catch (BatchwrightException e) {
            refusal = e;
        }
        return new Outcome(rows, refusal, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
