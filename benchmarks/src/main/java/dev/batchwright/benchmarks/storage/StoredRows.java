package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Rows, and a part of them in memory.
 *
 * @param <T> the rows
 */
public final class StoredRows<T> {

    private final RowShape<T> shape;
    private final PartStorage<T> storage;
    private final MemoryFile file = new MemoryFile();
    private final List<T> rows;

    private StoredRows(RowShape<T> shape, String format, CompressionSetting compression, int count, Path corpus)
            throws IOException {
        this.shape = shape;
        this.storage = new PartStorage<>(format, shape.serializer(), compression);
        this.rows = shape.rows(count, corpus);
    }

    /**
     * Makes rows of a case.
     *
     * @param stored the name of the case
     * @param format the name of the format
     * @param compression the compression
     * @param count how many rows
     * @param corpus the jar with the text
     * @return the rows
     */
    public static StoredRows<?> of(String stored, String format, CompressionSetting compression, int count, Path corpus)
            throws IOException {
        return new StoredRows<>(StorageCase.named(stored).shape(), format, compression, count, corpus);
    }

    /** Writes the part anew, and tells its length. */
    public int write() throws Exception {
        storage.write(rows, file);
        return file.length();
    }

    /** Reads the part that was written last, and adds up digests of its rows. */
    public long read() throws Exception {
        return storage.read(file, shape.digest());
    }
}
