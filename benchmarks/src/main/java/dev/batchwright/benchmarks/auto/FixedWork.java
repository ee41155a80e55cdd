package dev.batchwright.benchmarks.auto;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.choice.CpuMeter;
import dev.batchwright.shard.choice.PartEncoding;
import dev.batchwright.shard.choice.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Encodes and decodes all rows of a shape with every format and compression that a step may name, in rounds:
 * {@code SHAPE CORPUS BYTES ROUNDS RESULT}.
 */
final class FixedWork {

    /** Higher levels only take longer than the one that is there already. */
    private static final List<String> COMPRESSIONS = List.of("none", "lz4", "zstd", "zstd:3", "snappy");

    private static final int WARM_UP_ROWS = 20_000;
    private static final int WARM_UP_ROUNDS = 10;

    private FixedWork() {}

    public static void main(String[] args) throws IOException {
        List<FixedCosts> costs =
                run(ChoiceWork.shape(args[0]), Path.of(args[1]), Long.parseLong(args[2]), Integer.parseInt(args[3]));
        new ObjectMapper().writeValue(Path.of(args[4]).toFile(), costs);
    }

    static <T> List<FixedCosts> run(RowShape<T> shape, Path corpus, long bytes, int rounds) throws IOException {
        List<T> rows = rows(shape, corpus, bytes);
        Sample<T> sample = new Sample<>(rows, shape.serializer(), CpuMeter.ofThisMachine());
        List<PartEncoding> encodings = encodings();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (PartEncoding encoding : encodings) {
                sample.measure(encoding, Math.min(rows.size(), WARM_UP_ROWS));
            }
        }
        List<List<Sample.Costs>> measured = new ArrayList<>();
        encodings.forEach(encoding -> measured.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < encodings.size(); i++) {
                measured.get(i).add(sample.measure(encodings.get(i), rows.size()));
            }
        }
        List<FixedCosts> costs = new ArrayList<>();
        for (int i = 0; i < encodings.size(); i++) {
            costs.add(new FixedCosts(
                    encodings.get(i).toString(),
                    rows.size(),
                    measured.get(i).get(0).bytes(),
                    median(measured.get(i), Sample.Costs::encodeNanos),
                    median(measured.get(i), Sample.Costs::decodeNanos)));
        }
        return costs;
    }

    private static <T> List<T> rows(RowShape<T> shape, Path corpus, long bytes) throws IOException {
        LongFunction<T> values = shape.values().open(corpus);
        List<T> rows = new ArrayList<>();
        for (long left = bytes; left > 0; left -= shape.serializer().sizeOf(rows.get(rows.size() - 1))) {
            rows.add(values.apply(rows.size()));
        }
        return rows;
    }

    private static List<PartEncoding> encodings() {
        ShardFormats formats = ShardFormats.load();
        return Stream.of("parquet", "msgpack", "object")
                .flatMap(name -> formats.find(name).stream())
                .flatMap(format -> COMPRESSIONS.stream()
                        .map(CompressionSetting::parse)
                        .filter(format::supports)
                        .map(compression -> new PartEncoding(format, compression)))
                .toList();
    }

    private static long median(List<Sample.Costs> costs, ToLongFunction<Sample.Costs> figure) {
        long[] sorted = costs.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
