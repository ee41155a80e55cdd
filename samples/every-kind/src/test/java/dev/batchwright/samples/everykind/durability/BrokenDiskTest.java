package dev.batchwright.samples.everykind.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.cache.CacheFiles;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that gives back other bytes than were written, however often they are written again. */
class BrokenDiskTest {

    private static final String PART = "weigh/";

    @TempDir
    Path folder;

    private final AtomicInteger opened = new AtomicInteger();

    private CacheFiles brokenFiles() {
        CacheFiles files = new LocalCacheFiles();
        return (CacheFiles) Proxy.newProxyInstance(
                CacheFiles.class.getClassLoader(), new Class<?>[] {CacheFiles.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(files, arguments);
                        return result instanceof PartInput in && isBroken(in.name()) ? new FlippedInput(in) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean isBroken(String name) {
        boolean broken = name.startsWith(PART) && name.contains("/00000.000.");
        opened.addAndGet(broken ? 1 : 0);
        return broken;
    }

    /** Flips a bit of what lies in the middle of the file, where rows are. */
    private record FlippedInput(PartInput file) implements PartInput {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int count) throws IOException {
            file.readFully(position, into, offset, count);
            long flipped = file.length() / 3 - position;
            if (flipped >= 0 && flipped < count) {
                into[offset + (int) flipped] ^= 0x10;
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsTheRunWhenAPartThatWasMadeAgainIsDamagedOnceMore() {
        assertThatThrownBy(() -> MillRun.run(
                        Journal.peaceful(), new Shelf(), MillRun.ROWS, MillRun.options(folder, 1), brokenFiles()))
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining(PART)
                .hasMessageContaining("is damaged");

        assertThat(opened).hasValueBetween(2, 20);
    }
}
