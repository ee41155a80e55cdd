package dev.batchwright.benchmarks.jmh;

import dev.batchwright.benchmarks.storage.StoredRows;
import dev.batchwright.shard.CompressionSetting;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds for a row: a part of ten thousand rows is written to memory, and read whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@NullUnmarked
public class SerializerBenchmark {

    private static final int ROWS = 10_000;

    @Param({"numbers", "vectors", "text", "nested"})
    private String rows;

    @Param({"parquet", "msgpack"})
    private String format;

    @Param({"none"})
    private String compression;

    private StoredRows<?> stored;

    /** Called by JMH. */
    public SerializerBenchmark() {}

    /** Makes the rows, and the part that is read. */
    @Setup
    public void makeRows() throws Exception {
        Path corpus = Path.of(System.getProperty("benchmarks.corpus"));
        stored = StoredRows.of(rows, format, CompressionSetting.parse(compression), ROWS, corpus);
        stored.write();
    }

    /** Writes the part. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int write() throws Exception {
        return stored.write();
    }

    /** Reads it. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long read() throws Exception {
        return stored.read();
    }
}
