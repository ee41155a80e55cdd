package dev.batchwright.benchmarks.storage;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.util.List;
import java.util.function.ToLongFunction;

/** Our own: a part of any format, by the generated serializer. Checksums are always on. */
final class PartStorage<T> implements Storage<T> {

    /** How many rows a step hands over at once. */
    private static final int PORTION = 1024;

    private final ShardFormat format;
    private final ShardSerializer<T> serializer;
    private final CompressionSetting compression;

    PartStorage(String format, ShardSerializer<T> serializer, CompressionSetting compression) {
        this.format = ShardFormats.load().named(format);
        this.serializer = serializer;
        this.compression = compression;
    }

    @Override
    public void write(List<T> rows, MemoryFile file) throws Exception {
        try (PartWriter<T> out = format.write(file.output(), serializer, compression)) {
            for (int from = 0; from < rows.size(); from += PORTION) {
                out.write(rows.subList(from, Math.min(rows.size(), from + PORTION)));
            }
            out.finish(footer(rows.size()));
        }
    }

    /** What a part of so many rows says of itself. */
    PartFooter footer(long rows) {
        return new PartFooter(
                "benchmark",
                "",
                0,
                0,
                0,
                rows,
                0,
                rows,
                serializer.schema().hash(),
                compression.toString(),
                true,
                true);
    }

    PartReader<T> open(MemoryFile file) throws Exception {
        return format.read(file.part(), serializer);
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        long sum = 0;
        try (PartReader<T> in = open(file)) {
            for (T row = in.next(); row != null; row = in.next()) {
                sum += digest.applyAsLong(row);
            }
        }
        return sum;
    }
}
