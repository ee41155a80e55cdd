package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.rows.FourTexts;
import dev.batchwright.benchmarks.rows.FourTextsBatch;
import dev.batchwright.benchmarks.rows.FourTextsShardSerializer;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartReader;
import java.util.List;
import java.util.function.ToLongFunction;

/** A part that is read by lazy batches, of which all columns or one is touched. */
final class ColumnsStorage implements Storage<FourTexts> {

    private static final int ROWS_OF_A_BATCH = 1024;

    private final PartStorage<FourTexts> part;
    private final boolean all;

    ColumnsStorage(String format, CompressionSetting compression, boolean all) {
        this.part = new PartStorage<>(format, FourTextsShardSerializer.INSTANCE, compression);
        this.all = all;
    }

    @Override
    public void write(List<FourTexts> rows, MemoryFile file) throws Exception {
        part.write(rows, file);
    }

    @Override
    public long expected(List<FourTexts> rows, ToLongFunction<FourTexts> digest) {
        return rows.stream()
                .mapToLong(row -> all
                        ? row.first().length()
                                + row.second().length()
                                + row.third().length()
                                + row.fourth().length()
                        : row.second().length())
                .sum();
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<FourTexts> digest) throws Exception {
        long sum = 0;
        try (PartReader<FourTexts> in = part.open(file)) {
            for (LazyBatch<FourTexts> batch = in.nextBatch(ROWS_OF_A_BATCH);
                    batch != null;
                    batch = in.nextBatch(ROWS_OF_A_BATCH)) {
                sum += all ? allOf(FourTextsBatch.of(batch)) : oneOf(FourTextsBatch.of(batch));
            }
        }
        return sum;
    }

    private static long allOf(FourTextsBatch batch) {
        long sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            sum += batch.first(row).length()
                    + batch.second(row).length()
                    + batch.third(row).length()
                    + batch.fourth(row).length();
        }
        return sum;
    }

    private static long oneOf(FourTextsBatch batch) {
        long sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            sum += batch.second(row).length();
        }
        return sum;
    }
}
