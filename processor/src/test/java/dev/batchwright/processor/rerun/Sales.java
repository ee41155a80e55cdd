package dev.batchwright.processor.rerun;

import dev.batchwright.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pipeline that groups by a number, puts rows aside, and is there at two times: the number has become wider, so that other keys come
 * into other shards. Always on the same cache.
 */
final class Sales {

    static final int GROUPS = 40;

    static final String SOURCE = """
            package shop;

            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import java.lang.annotation.*;
            import java.nio.file.Path;
            import java.util.*;

            public final class Shop {
                @Target(ElementType.TYPE_USE)
                @interface Nullable {}

                public record Sale(int article, String buyer) {}
                public record Sum(int article, long sales) {}

                @Step
                public record Sell() implements SequentialSource<Sale> {
                    public RowReader<Sale> open(long firstRow) {
                        int[] next = {(int) firstRow};
                        return () -> next[0] == 400 ? null : new Sale(next[0] % 40, "buyer " + next[0]++);
                    }
                }

                @Step(onError = OnError.QUARANTINE, maxBadRows = 1000, maxBadRatio = 1)
                @BatchSize(10)
                public record Check() implements BatchStep<Sale, Sale> {
                    public void process(Batch<Sale> batch, Output<Sale> out) {
                        for (Sale sale : batch) {
                            if (sale.buyer().endsWith("13") && !Boolean.getBoolean("shop.lucky")) {
                                throw new IllegalStateException("an unlucky buyer");
                            }
                            out.add(sale);
                        }
                    }
                }

                @Step
                public record Add() implements KeyedStep<Integer, Sale, Sum> {
                    public Integer key(Sale sale) {
                        return sale.article();
                    }
                    public void process(Integer article, Dataset<Sale> group, Output<Sum> out) {
                        out.add(new Sum(article, group.stream().count()));
                    }
                }

                @Pipeline
                @Flow({Sell.class, Check.class, Add.class})
                interface Sales {}

                public static RunReport run(Path cache, Boolean evolve) {
                    return Shop_SalesRunner.builder().build().run(RunOptions.cacheAt(cache)
                            .progress(RunOptions.Progress.OFF).keyedShards(4).evolveRows(evolve));
                }

                public static RunReport runBadRowsAgain(Path cache) {
                    return Shop_SalesRunner.builder().build().run(RunOptions.cacheAt(cache)
                            .progress(RunOptions.Progress.OFF).keyedShards(4).rerunQuarantined(true));
                }

                public static List<String> read(Path directory) {
                    try (Shop_SalesCache cache = Shop_SalesCache.open(directory)) {
                        List<String> rows = new ArrayList<>();
                        cache.add().forEach(row -> rows.add(row.toString()));
                        return rows;
                    }
                }

                public static List<String> readBadRows(Path directory) {
                    try (Shop_SalesCache cache = Shop_SalesCache.open(directory)) {
                        List<String> rows = new ArrayList<>();
                        cache.checkQuarantine().forEach(bad -> rows.add(bad.row() + ": " + bad.error()));
                        return rows;
                    }
                }
            }
            """;

    static final String NEWER = SOURCE.replace("record Sale(int article", "record Sale(double article")
            .replace("record Sum(int article", "record Sum(double article")
            .replace("KeyedStep<Integer,", "KeyedStep<Double,")
            .replace("public Integer key", "public Double key")
            .replace("process(Integer article", "process(Double article");

    private final Path folder;
    private final Path cache;

    Sales(Path folder) {
        this.folder = folder;
        this.cache = folder.resolve("cache");
    }

    CompiledSource compiled(String source) throws Exception {
        return CompiledSource.of("shop.Shop", source, Files.createTempDirectory(folder, "classes"));
    }

    RunReport run(String source, boolean evolve) throws Exception {
        return (RunReport) compiled(source).call("run", cache, evolve);
    }

    /** Runs rows again that were put aside, none of which is bad any more. */
    RunReport runBadRowsAgain(String source) throws Exception {
        System.setProperty("shop.lucky", "true");
        try {
            return (RunReport) compiled(source).call("runBadRowsAgain", cache);
        } finally {
            System.clearProperty("shop.lucky");
        }
    }

    List<String> read(String what, String source) throws Exception {
        return read(what, source, cache);
    }

    /** What the newer source makes where nothing was kept; of all rows where none is bad. */
    List<String> madeAnew() throws Exception {
        Path other = Files.createTempDirectory(folder, "other");
        compiled(NEWER).call("run", other, false);
        return read("read", NEWER, other);
    }

    private List<String> read(String what, String source, Path from) throws Exception {
        return ((List<?>) compiled(source).call(what, from))
                .stream().map(String::valueOf).sorted().toList();
    }

    List<Path> parts(String folders) throws Exception {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(path ->
                            path.toString().matches(".*/" + folders + "/[0-9a-f]{12}(-\\d+)?/\\d+\\.\\d+\\.[a-z]+"))
                    .sorted()
                    .toList();
        }
    }
}
