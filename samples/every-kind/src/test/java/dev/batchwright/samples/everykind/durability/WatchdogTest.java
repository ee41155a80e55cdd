package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.batchwright.Run;
import dev.batchwright.RunOptions;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is thrown, in whatever thread and at whatever call: the run ends, says what it was, and leaves no thread behind. */
class WatchdogTest {

    private static final String MARK = "thrown by the test";
    private static final int STRIDE = 331;

    /** What threads may die of. */
    enum Blow {
        EXCEPTION,
        CHECKED,
        OUT_OF_MEMORY,
        STACK_OVERFLOW,
        ERROR,
        INTERRUPT;

        Throwable thrown() {
            return switch (this) {
                case EXCEPTION -> new IllegalStateException(MARK);
                case CHECKED -> new IOException(MARK);
                case OUT_OF_MEMORY -> new OutOfMemoryError(MARK);
                case STACK_OVERFLOW -> new StackOverflowError(MARK);
                case ERROR -> new Error(MARK);
                case INTERRUPT -> new InterruptedException(MARK);
            };
        }
    }

    @TempDir
    Path folder;

    private Run start(CacheFiles files, Journal journal, Path cache) {
        RunOptions options =
                MillRun.options(cache, 3).progress(RunOptions.Progress.LOG); // which has a thread of its own
        return MillRun.start(journal, new Shelf(), options, files);
    }

    private static void assertEndsWith(Run run, String what) throws InterruptedException {
        assertThat(run.await(Threads.DEADLINE))
                .as("the run ended after %s", what)
                .isTrue();
        Throwable failure = catchThrowable(run::await);
        assertThat(failure).as("the failure after %s", what).isNotNull();
        assertThat(failure).as("the failure after %s", what).hasStackTraceContaining(MARK);
        Threads.assertGone();
    }

    /** A step that runs out of memory once is called again. */
    private static void assertEndsAnyhow(Run run, long call) throws InterruptedException {
        assertThat(run.await(Threads.DEADLINE)).as("ended after call %s", call).isTrue();
        Throwable failure = catchThrowable(run::await);
        if (failure != null) {
            assertThat(failure).hasStackTraceContaining(MARK);
        }
        Threads.assertGone();
    }

    @ParameterizedTest
    @EnumSource
    void endsWhateverAStepOrASourceThrows(Blow blow) throws InterruptedException {
        for (long call = 3; call < 1300; call += STRIDE) {
            Journal journal = Journal.doingAt(call, () -> sneak(blow.thrown()));
            Run run = start(new LocalCacheFiles(), journal, folder.resolve(blow + "-" + call));
            if (blow == Blow.OUT_OF_MEMORY) {
                assertEndsAnyhow(run, call);
            } else {
                assertEndsWith(run, blow + " at call " + call);
            }
        }
    }

    @Test
    void endsWhateverThreadIsInterruptedFromOutside() throws InterruptedException {
        for (long call = 5; call < 1300; call += STRIDE) {
            Journal journal = Journal.doingAt(call, () -> Thread.currentThread().interrupt());
            Run run = start(new LocalCacheFiles(), journal, folder.resolve("interrupted-" + call));
            assertThat(run.await(Threads.DEADLINE))
                    .as("ended after call %s", call)
                    .isTrue();
            Threads.assertGone();
        }
    }

    @Test
    void endsWhateverTheFileSystemThrows() throws InterruptedException {
        AtomicLong operations = new AtomicLong();
        start(failingAt(Long.MAX_VALUE, operations), Journal.peaceful(), folder.resolve("whole"))
                .await();
        long all = operations.get();
        assertThat(all).isGreaterThan(200);
        for (long at = 1; at <= all * 3 / 4; at += 97) {
            Run run = start(failingAt(at, new AtomicLong()), Journal.peaceful(), folder.resolve("files-" + at));
            assertEndsWith(run, "operation " + at);
        }
    }

    /** Throws an error, which nobody expects of a file system, at one operation. */
    private static CacheFiles failingAt(long at, AtomicLong operations) {
        CacheFiles files = new LocalCacheFiles();
        return (CacheFiles) Proxy.newProxyInstance(
                CacheFiles.class.getClassLoader(), new Class<?>[] {CacheFiles.class}, (proxy, method, arguments) -> {
                    if (operations.incrementAndGet() == at) {
                        throw new Error(MARK);
                    }
                    try {
                        return method.invoke(files, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
