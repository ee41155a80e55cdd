package dev.batchwright.shard.parquet;

import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a part. */
final class ParquetPartReader<T> implements PartReader<T> {

    private final ParquetRows<T> rows;
    private final PartFooter footer;

    ParquetPartReader(ParquetRows<T> rows, PartFooter footer) {
        this.rows = rows;
        this.footer = footer;
    }

    @Override
    public PartFooter footer() {
        return footer;
    }

    @Override
    public @Nullable T next() throws IOException {
        return rows.next();
    }

    @Override
    public @Nullable LazyBatch<T> nextBatch(int maxRows) {
        return rows.nextBatch(maxRows);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
