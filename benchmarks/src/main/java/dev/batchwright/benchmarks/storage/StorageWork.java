package dev.batchwright.benchmarks.storage;

import com.sun.management.ThreadMXBean;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.shard.CompressionSetting;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores the rows of one case with one contender, in a JVM of its own: {@code CASE CONTENDER COMPRESSION ROWS TIMES CORPUS RESULT}. Rows
 * are made first; then everything runs on a part of them until the JVM has compiled it; then it is measured.
 */
final class StorageWork {

    private static final int ROWS_OF_WARM_UP = 20_000;
    private static final double SECONDS_OF_WARM_UP = 2;
    private static final int LEAST_WARM_UP = 10;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private StorageWork() {}

    public static void main(String[] args) throws Exception {
        StorageCase<?> stored = StorageCase.named(args[0]);
        Trial trial = run(
                stored,
                Contender.valueOf(args[1]),
                CompressionSetting.parse(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]),
                Path.of(args[5]));
        trial.write(Path.of(args[6]));
    }

    static <T> Trial run(
            StorageCase<T> stored,
            Contender contender,
            CompressionSetting compression,
            int rows,
            int times,
            Path corpus)
            throws Exception {
        RowShape<T> shape = stored.shape();
        List<T> all = shape.rows(rows, corpus);
        List<T> few = all.subList(0, Math.min(rows, ROWS_OF_WARM_UP));
        Run<T> run = new Run<>(shape, stored.storage(contender, compression));
        double until = seconds() + SECONDS_OF_WARM_UP;
        for (int i = 0; i < LEAST_WARM_UP || seconds() < until; i++) {
            run.once(few);
        }
        run.once(all);
        run.forget();
        for (int i = 0; i < times; i++) {
            run.once(all);
        }
        return run.trial(rows);
    }

    private static double seconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    private static double allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static final class Run<T> {

        private final RowShape<T> shape;
        private final Storage<T> storage;
        private final MemoryFile file = new MemoryFile();
        private final List<Double> writeSeconds = new ArrayList<>();
        private final List<Double> readSeconds = new ArrayList<>();
        private final List<Double> writtenAllocation = new ArrayList<>();
        private final List<Double> readAllocation = new ArrayList<>();

        Run(RowShape<T> shape, Storage<T> storage) {
            this.shape = shape;
            this.storage = storage;
        }

        void once(List<T> rows) throws Exception {
            storage.prepare(rows);
            double began = seconds();
            double allocatedBefore = allocated();
            storage.write(rows, file);
            double written = seconds();
            double allocatedBetween = allocated();
            long sum = storage.read(file, shape.digest());
            readSeconds.add(seconds() - written);
            readAllocation.add(allocated() - allocatedBetween);
            writeSeconds.add(written - began);
            writtenAllocation.add(allocatedBetween - allocatedBefore);
            if (sum != storage.expected(rows, shape.digest())) {
                throw new IllegalStateException("The rows that were read are not those that were written");
            }
        }

        /** Forgets what was measured while the JVM was still compiling. */
        void forget() {
            List.of(writeSeconds, readSeconds, writtenAllocation, readAllocation)
                    .forEach(List::clear);
        }

        Trial trial(int rows) {
            return new Trial(rows, file.length(), writeSeconds, readSeconds, writtenAllocation, readAllocation);
        }
    }
}
