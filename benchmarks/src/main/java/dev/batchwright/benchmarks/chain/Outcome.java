package dev.batchwright.benchmarks.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.text.Checksum;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What comes out of a workload.
 *
 * @param rows how many rows
 * @param checksum their checksum
 */
record Outcome(long rows, String checksum) {

    private static final String FILE = "result.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What has to come out. */
    static Outcome expected(Workload workload, Size size) {
        if (workload == Workload.W2) {
            return of(VectorSum.expected(size.vectorRows()));
        }
        return new Outcome(size.rowsOut(), size.checksum());
    }

    /** What a contender has left on disk. */
    static Outcome of(Contender contender, Workload workload, Path output) throws IOException {
        if (workload == Workload.W2 || contender == Contender.LEAST) {
            return JSON.readValue(output.resolve(FILE).toFile(), Outcome.class);
        }
        return of(StoredFeatures.checksum(contender, workload, output));
    }

    /** What a checksum says. */
    static Outcome of(Checksum checksum) {
        return new Outcome(checksum.rows(), checksum.toString());
    }

    /** What a sum says. */
    static Outcome of(VectorSum sum) {
        return new Outcome(sum.rows(), sum.toString());
    }

    /** Leaves it on disk, where nothing else is left that could be read back by others. */
    void write(Path output) throws IOException {
        JSON.writeValue(output.resolve(FILE).toFile(), this);
    }
}
