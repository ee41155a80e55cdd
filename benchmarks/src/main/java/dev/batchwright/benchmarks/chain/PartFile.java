package dev.batchwright.benchmarks.chain;

import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A part that the loop writes: as little as one can do around a {@link PartWriter}. */
final class PartFile<T> implements AutoCloseable {

    private static final int GATHER_ROWS = 1024;

    private final ShardSerializer<T> serializer;
    private final PartWriter<T> writer;
    private final List<T> gathered = new ArrayList<>(GATHER_ROWS);
    private long rows;

    PartFile(Path folder, int shard, String format, ShardSerializer<T> serializer) throws IOException {
        this.serializer = serializer;
        Path file = folder.resolve("%05d.%s".formatted(shard, format));
        this.writer = ShardFormats.load()
                .named(format)
                .write(new LocalCacheFiles().create(file), serializer, CompressionSetting.ZSTD);
    }

    void add(T row) throws IOException {
        gathered.add(row);
        if (gathered.size() == GATHER_ROWS) {
            write();
        }
    }

    private void write() throws IOException {
        writer.write(gathered);
        rows += gathered.size();
        gathered.clear();
    }

    void finish(int shard, long inputRows) throws IOException {
        if (!gathered.isEmpty()) {
            write();
        }
        writer.finish(new PartFooter(
                "loop",
                "",
                shard,
                0,
                0,
                inputRows,
                0,
                rows,
                serializer.schema().hash(),
                CompressionSetting.ZSTD.toString(),
                true,
                false));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
