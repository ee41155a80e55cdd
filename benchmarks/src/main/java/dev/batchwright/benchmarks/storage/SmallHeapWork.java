package dev.batchwright.benchmarks.storage;

import dev.batchwright.annotation.Format;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a part of a given size, and reads it: {@code CASE COMPRESSION BYTES CORPUS FOLDER}. To be run with little memory. */
final class SmallHeapWork {

    private static final int PORTION = 1024;
    private static final String PART = "part";

    private SmallHeapWork() {}

    public static void main(String[] args) throws Exception {
        write(
                StorageCase.named(args[0]).shape(),
                CompressionSetting.parse(args[1]),
                Long.parseLong(args[2]),
                Path.of(args[3]),
                Path.of(args[4]));
    }

    static <T> void write(RowShape<T> shape, CompressionSetting compression, long bytes, Path corpus, Path folder)
            throws IOException {
        // The same rows again and again: they are not what is to fill the memory.
        List<T> rows = shape.rows(PORTION, corpus);
        ShardFormat parquet = ShardFormats.load().named(Format.PARQUET);
        LocalCacheFiles files = new LocalCacheFiles();
        Path part = folder.resolve(PART);
        long count = 0;
        try (PartWriter<T> out = parquet.write(files.create(part), shape.serializer(), compression)) {
            while (out.encodedBytes() < bytes) {
                out.write(rows);
                count += rows.size();
            }
            out.finish(new PartFooter(
                    "benchmark",
                    "",
                    0,
                    0,
                    0,
                    count,
                    0,
                    count,
                    shape.serializer().schema().hash(),
                    compression.toString(),
                    true,
                    true));
        }
        try (PartReader<T> in = parquet.read(files.open(part, PART), shape.serializer())) {
            while (in.next() != null) {
                count--;
            }
        }
        if (count != 0) {
            throw new IOException(count + " rows are missing");
        }
    }
}
