package dev.batchwright.benchmarks.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one contender has needed for one case: a figure for each time it was measured.
 *
 * @param rows how many rows were stored
 * @param bytes the size of the file
 * @param writeSeconds the CPU time for writing all rows
 * @param readSeconds the CPU time for reading them
 * @param writtenAllocation bytes allocated in writing
 * @param readAllocation bytes allocated in reading
 */
record Trial(
        int rows,
        long bytes,
        List<Double> writeSeconds,
        List<Double> readSeconds,
        List<Double> writtenAllocation,
        List<Double> readAllocation) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Trial read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Trial.class);
    }

    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /** All measurements of this one and of another of the same case. */
    Trial and(Trial other) {
        return new Trial(
                rows,
                bytes,
                both(writeSeconds, other.writeSeconds),
                both(readSeconds, other.readSeconds),
                both(writtenAllocation, other.writtenAllocation),
                both(readAllocation, other.readAllocation));
    }

    private static List<Double> both(List<Double> some, List<Double> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    static double median(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        sorted.sort(null);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    double write() {
        return median(writeSeconds);
    }

    double read() {
        return median(readSeconds);
    }
}
