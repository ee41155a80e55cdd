package dev.batchwright.benchmarks.storage;

import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.shard.CompressionSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has to hold. Only the bars of cases that were measured are looked at. */
final class StorageBars {

    private static final double SHARE_OF_THE_COMPRESSOR = 0.9;
    private static final double ONE_OF_FOUR_COLUMNS = 0.25 * 1.15;

    /** A kilobyte in English, and in 21 languages. */
    private static final List<String> TEXTS = List.of("english", "text");

    private static final Map<Contender, Contender> BARE = Map.of(
            Contender.PARQUET, Contender.BARE_PARQUET,
            Contender.MESSAGE_PACK, Contender.BARE_MESSAGE_PACK,
            Contender.OBJECT, Contender.BARE_OBJECT);

    private final StorageResults results;
    private final List<Bar> bars = new ArrayList<>();

    private StorageBars(StorageResults results) {
        this.results = results;
    }

    static List<Bar> of(StorageResults results) {
        StorageBars bars = new StorageBars(results);
        bars.faster("vectors", Contender.PARQUET, Contender.PARQUET_AVRO, 10, 9);
        bars.faster("numbers", Contender.PARQUET, Contender.PARQUET_AVRO, 4, 3);
        for (String text : TEXTS) {
            bars.faster(text, Contender.PARQUET, Contender.PARQUET_AVRO, 1.8, 1.8);
            bars.faster(text, Contender.MESSAGE_PACK, Contender.JACKSON_MESSAGE_PACK, 3, 1.9);
            BARE.keySet().stream().sorted().forEach(ours -> bars.nearTheCompressor(text, ours));
        }
        bars.faster("nested", Contender.OBJECT, Contender.SERIALIZATION, 3, 4);
        bars.oneColumn();
        return bars.bars;
    }

    /** Without compression: how many times as long the other takes. */
    private void faster(String stored, Contender ours, Contender other, double write, double read) {
        results.of(stored, CompressionSetting.NONE, ours)
                .ifPresent(our -> results.of(stored, CompressionSetting.NONE, other)
                        .ifPresent(its -> {
                            String name = stored + ", " + ours + " against " + other;
                            bars.add(Bar.atLeast(name + ", write", its.write() / our.write(), write));
                            bars.add(Bar.atLeast(name + ", read", its.read() / our.read(), read));
                        }));
    }

    /** Of the time that we take for text with zstd, how much zstd alone takes for the same bytes. */
    private void nearTheCompressor(String text, Contender ours) {
        results.of(text, CompressionSetting.ZSTD, ours)
                .ifPresent(our -> results.of(text, CompressionSetting.ZSTD, bare(ours))
                        .ifPresent(limit -> {
                            String name = text + ", " + ours + " with zstd against zstd alone";
                            bars.add(Bar.atLeast(
                                    name + ", write", limit.write() / our.write(), SHARE_OF_THE_COMPRESSOR));
                            bars.add(Bar.atLeast(name + ", read", limit.read() / our.read(), SHARE_OF_THE_COMPRESSOR));
                        }));
    }

    private static Contender bare(Contender ours) {
        return BARE.getOrDefault(ours, ours);
    }

    private void oneColumn() {
        for (CompressionSetting compression : StorageBenchmark.COMPRESSIONS) {
            results.of("columns", compression, Contender.PARQUET)
                    .ifPresent(all -> results.of("columns", compression, Contender.PARQUET_ONE_COLUMN)
                            .ifPresent(one -> bars.add(Bar.atMost(
                                    "one of four columns / all, " + compression,
                                    one.read() / all.read(),
                                    ONE_OF_FOUR_COLUMNS))));
        }
    }
}
