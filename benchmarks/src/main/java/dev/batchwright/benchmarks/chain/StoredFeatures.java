package dev.batchwright.benchmarks.chain;

import dev.batchwright.Dataset;
import dev.batchwright.annotation.Format;
import dev.batchwright.benchmarks.avro.AvroReader;
import dev.batchwright.benchmarks.text.Checksum;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.TextFeaturesShardSerializer;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;

/** Reads back what a contender has stored. */
final class StoredFeatures {

    private StoredFeatures() {}

    static Checksum checksum(Contender contender, Workload workload, Path output) throws IOException {
        if (contender == Contender.LOOP) {
            return ofParts(output.resolve(HandWrittenLoop.FEATURES));
        }
        if (contender == Contender.JACKSON_AVRO) {
            return ofFile(new JacksonAvroLoop(output, 0, output));
        }
        return switch (workload) {
            case W1 -> {
                try (TextChainCache cache = TextChainCache.open(output)) {
                    yield of(cache.computeFeatures());
                }
            }
            case W1c -> {
                try (KeptTextChainCache cache = KeptTextChainCache.open(output)) {
                    yield of(cache.computeFeatures());
                }
            }
            case W2 -> throw new IllegalArgumentException("It makes no features");
        };
    }

    private static Checksum ofFile(JacksonAvroLoop loop) throws IOException {
        Checksum checksum = new Checksum();
        try (AvroReader<TextFeatures> rows = loop.features()) {
            for (TextFeatures row = rows.next(); row != null; row = rows.next()) {
                checksum.add(row);
            }
        }
        return checksum;
    }

    private static Checksum of(Dataset<TextFeatures> rows) {
        Checksum checksum = new Checksum();
        rows.forEach(checksum::add);
        return checksum;
    }

    private static Checksum ofParts(Path folder) throws IOException {
        Checksum checksum = new Checksum();
        LocalCacheFiles files = new LocalCacheFiles();
        for (String name : files.list(folder)) {
            try (PartReader<TextFeatures> rows = ShardFormats.load()
                    .named(Format.PARQUET)
                    .read(files.open(folder.resolve(name), name), TextFeaturesShardSerializer.INSTANCE)) {
                for (TextFeatures row = rows.next(); row != null; row = rows.next()) {
                    checksum.add(row);
                }
            }
        }
        return checksum;
    }
}
