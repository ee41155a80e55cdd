package dev.batchwright.benchmarks.chain;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.benchmarks.text.Checksum;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.TextFeaturesShardSerializer;
import dev.batchwright.io.ParquetSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** The rows that Spark has left in a folder. */
record SparkFeatures(Path path) implements ParquetSource<TextFeatures> {

    @Override
    public ShardSerializer<TextFeatures> rows() {
        return TextFeaturesShardSerializer.INSTANCE;
    }

    Checksum checksum() throws Exception {
        Checksum checksum = new Checksum();
        for (Split split : splits()) {
            try (RowReader<TextFeatures> in = open(split, 0)) {
                for (TextFeatures row = in.next(); row != null; row = in.next()) {
                    checksum.add(row);
                }
            }
        }
        return checksum;
    }
}
