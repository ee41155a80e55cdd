package dev.batchwright.benchmarks.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.batchwright.benchmarks.rows.Embedding;
import java.io.IOException;
import java.nio.file.Path;

/** What comes out of rows with vectors: how many there are, and the sum of the first elements, which is exact in any order. */
final class VectorSum {

    /** Elements are multiples of its inverse. */
    private static final double SCALE = 1 << 24;

    private static final String FILE = "result.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private long rows;
    private double sum;

    /** The result as it lies on disk. */
    record Stored(long rows, String checksum) {}

    void add(Embedding row) {
        rows++;
        sum += row.vector()[0];
    }

    /** What is to come out of the documents with the ids from 0 to a number. */
    static VectorSum expected(long rows) {
        VectorSum expected = new VectorSum();
        for (long id = 0; id < rows; id++) {
            expected.add(Embedding.of(id));
        }
        return expected;
    }

    long rows() {
        return rows;
    }

    /** The sum as an integer. */
    @Override
    public String toString() {
        return Long.toString((long) (sum * SCALE));
    }

    void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(FILE).toFile(), new Stored(rows, toString()));
    }

    static Stored read(Path folder) throws IOException {
        return JSON.readValue(folder.resolve(FILE).toFile(), Stored.class);
    }
}
