package dev.batchwright.benchmarks.keyed;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.benchmarks.text.Checksum;
import dev.batchwright.io.ParquetSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** The rows that Spark has left in a folder. */
record SparkUnique(Path path) implements ParquetSource<Unique> {

    @Override
    public ShardSerializer<Unique> rows() {
        return UniqueShardSerializer.INSTANCE;
    }

    void addTo(Checksum checksum) throws Exception {
        for (Split split : splits()) {
            try (RowReader<Unique> in = open(split, 0)) {
                for (Unique row = in.next(); row != null; row = in.next()) {
                    checksum.add(row.id(), row.crc());
                }
            }
        }
    }
}
