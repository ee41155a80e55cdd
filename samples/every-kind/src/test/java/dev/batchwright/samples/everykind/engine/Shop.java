package dev.batchwright.samples.everykind.engine;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.CoGroupStep;
import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.GlobalStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.SequentialSource;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.StepContext;
import dev.batchwright.ZipStep;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A pipeline with every kind of step, two sources, a union, a fork, a zip and three barriers. */
final class Shop {

    static final int SPLITS = 4;

    private Shop() {}

    record Line(long id, String text) {}

    record Word(long line, String text) {}

    record Measured(long line, String text, int length) {}

    record Count(String word, long times) {}

    record Stock(String word, long times, long measured) {}

    record Total(long words, long times) {}

    @Step(persist = Persist.NEVER)
    record ReadLines(int rowsPerSplit, @Resource Probe probe) implements Source<Line> {

        @Override
        public List<Split> splits() {
            List<Split> splits = new ArrayList<>();
            for (int i = 0; i < SPLITS; i++) {
                splits.add(Split.ofRows("split " + i, "v1", (long) i * rowsPerSplit, rowsPerSplit));
            }
            return splits;
        }

        @Override
        public RowReader<Line> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> {
                if (next[0] == end) {
                    return null;
                }
                long id = next[0]++;
                probe.count("read-lines");
                return new Line(id, "apple" + id % 7 + " pear" + id % 3 + " plum");
            };
        }
    }

    @Step
    record Dictate(int rows) implements SequentialSource<Line> {

        @Override
        public RowReader<Line> open(long firstRow) {
            long[] next = {firstRow};
            return () -> next[0] == rows ? null : new Line(-1 - next[0], "fig" + next[0]++ % 5);
        }
    }

    @Step
    record Shout(@Resource Probe probe) implements MapStep<Line, Line> {

        @Override
        public Line map(Line row) {
            probe.count("shout");
            probe.pass(row.id());
            return new Line(row.id(), row.text().toUpperCase(Locale.ROOT));
        }
    }

    @Step
    record DropMultiples(int of) implements FilterStep<Line> {

        @Override
        public boolean keep(Line row) {
            return row.id() % of != 0;
        }
    }

    @Step
    record SplitWords(@Resource Probe probe) implements FlatMapStep<Line, Word> {

        @Override
        public void open(StepContext context) {
            probe.count("opened");
        }

        @Override
        public void close() {
            probe.count("closed");
        }

        @Override
        public void flatMap(Line row, Output<Word> out) {
            probe.count("split-words");
            for (String word : row.text().split(" ", -1)) {
                out.add(new Word(row.id(), word));
            }
        }
    }

    @Step
    @BatchSize(7)
    record Measure(int bonus, @Resource Probe probe) implements AlignedBatchStep<Word, Measured> {

        @Override
        public List<Measured> process(Batch<Word> batch) {
            probe.count("measure");
            return batch.stream()
                    .map(word ->
                            new Measured(word.line(), word.text(), word.text().length() + bonus))
                    .toList();
        }
    }

    @Step
    record Copy() implements MapStep<Word, Word> {

        @Override
        public Word map(Word row) {
            return row;
        }
    }

    @Step
    record Compare() implements ZipStep<Measured, Word, Measured> {

        @Override
        public Measured zip(Measured left, Word right) {
            if (left.line() != right.line() || !left.text().equals(right.text())) {
                throw new IllegalStateException(left + " met " + right);
            }
            return left;
        }
    }

    @Step
    record CountWords(@Resource Probe probe) implements KeyedStep<String, Word, Count> {

        @Override
        public String key(Word row) {
            return row.text();
        }

        @Override
        public void process(String key, Dataset<Word> group, Output<Count> out) {
            probe.count("count-words");
            out.add(new Count(key, group.stream().count()));
        }
    }

    @Step
    record TakeStock() implements CoGroupStep<String, Count, Measured, Stock> {

        @Override
        public String leftKey(Count row) {
            return row.word();
        }

        @Override
        public String rightKey(Measured row) {
            return row.text();
        }

        @Override
        public void process(String key, Dataset<Count> left, Dataset<Measured> right, Output<Stock> out) {
            for (Count count : left) {
                out.add(new Stock(key, count.times(), right.stream().count()));
            }
        }
    }

    @Step
    record Sum() implements GlobalStep<Stock, Total> {

        @Override
        public void process(Dataset<Stock> all, Output<Total> out) {
            long words = all.stream().count();
            long times = all.stream().mapToLong(Stock::times).sum();
            out.add(new Total(words, times));
        }
    }

    @Step
    @BatchSize(5)
    record Ship(@Resource Map<BatchId, List<Stock>> shipped) implements Sink<Stock> {

        @Override
        public void write(Batch<Stock> batch, BatchId id) {
            if (shipped.put(id, List.copyOf(batch)) != null) {
                throw new IllegalStateException(id + " came twice");
            }
        }
    }

    @Pipeline
    @Flow({ReadLines.class, Shout.class, SplitWords.class, CountWords.class})
    @Flow({Dictate.class, DropMultiples.class, SplitWords.class, Measure.class, Compare.class})
    @Flow({SplitWords.class, Copy.class, Compare.class})
    @Flow({CountWords.class, TakeStock.class, Sum.class})
    @Flow({Compare.class, TakeStock.class, Ship.class})
    interface Trade {}

    /** The runner with the settings that tests vary. */
    static Shop_TradeRunner runner(Probe probe, Map<BatchId, List<Stock>> shipped, int dropped, int bonus) {
        return Shop_TradeRunner.builder()
                .readLines(new ReadLines(250, probe))
                .shout(new Shout(probe))
                .splitWords(new SplitWords(probe))
                .countWords(new CountWords(probe))
                .dictate(new Dictate(1000))
                .dropMultiples(new DropMultiples(dropped))
                .measure(new Measure(bonus, probe))
                .ship(new Ship(shipped))
                .build();
    }

    /** Options under which the clock closes no part, so that parts depend on rows alone. */
    static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .threads(2)
                .shardRows(100)
                .keyedShards(3)
                .checkpointInterval(Duration.ofHours(1))
                .progress(RunOptions.Progress.OFF);
    }
}
