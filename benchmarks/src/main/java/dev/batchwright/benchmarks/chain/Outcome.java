package dev.batchwright.benchmarks.chain;

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

    /** What has to come out. */
    static Outcome expected(Workload workload, Size size) {
        if (workload == Workload.W2) {
            VectorSum sum = VectorSum.expected(size.vectorRows());
            return new Outcome(sum.rows(), sum.toString());
        }
        return new Outcome(size.rowsOut(), size.checksum());
    }

    /** What a contender has left on disk. */
    static Outcome of(Contender contender, Workload workload, Path output) throws IOException {
        if (workload == Workload.W2) {
            VectorSum.Stored stored = VectorSum.read(output);
            return new Outcome(stored.rows(), stored.checksum());
        }
        return of(StoredFeatures.checksum(contender, workload, output));
    }

    /** What a checksum says. */
    static Outcome of(Checksum checksum) {
        return new Outcome(checksum.rows(), checksum.toString());
    }
}
