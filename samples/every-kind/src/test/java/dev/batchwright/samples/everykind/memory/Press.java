package dev.batchwright.samples.everykind.memory;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Steps that need memory in proportion to what they are given. */
final class Press {

    static final int ROWS = 20_000;
    static final int BATCH = 4096;

    private Press() {}

    record Sheet(long id, String text) {}

    record Pressed(long id, long sum) {}

    record Stack(String text, long rows, long sum) {}

    @Step(persist = Persist.ALWAYS)
    record ReadSheets(int rows, int characters) implements Source<Sheet> {

        @Override
        public List<Split> splits() {
            return IntStream.range(0, 4)
                    .mapToObj(split -> Split.ofRows("split " + split, "v1", (long) split * rows / 4, rows / 4))
                    .toList();
        }

        @Override
        public RowReader<Sheet> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> {
                if (next[0] == end) {
                    return null;
                }
                long id = next[0]++;
                return new Sheet(id, ("sheet " + id % 97 + " ").repeat(Math.max(1, characters / 9)));
            };
        }
    }

    /** Holds some bytes for each row of a batch, all at once. */
    private static long[] press(List<Sheet> sheets, int bytesPerRow) {
        byte[][] held = new byte[sheets.size()][];
        for (int i = 0; i < held.length; i++) {
            held[i] = new byte[bytesPerRow];
            Arrays.fill(held[i], (byte) sheets.get(i).id());
        }
        long[] sums = new long[held.length];
        for (int i = 0; i < held.length; i++) {
            sums[i] =
                    31L * held[i][0] + held[i][bytesPerRow - 1] + sheets.get(i).id();
        }
        return sums;
    }

    @Step
    @BatchSize(BATCH)
    record PressSheets(int bytesPerRow) implements BatchStep<Sheet, Pressed> {

        @Override
        public void process(Batch<Sheet> batch, Output<Pressed> out) {
            long[] sums = press(batch, bytesPerRow);
            for (int i = 0; i < sums.length; i++) {
                out.add(new Pressed(batch.get(i).id(), sums[i]));
            }
        }
    }

    /** The same where the rows of a call are collected, since it may be tried again. */
    @Step(retries = 1)
    @BatchSize(BATCH)
    record PressAgain(int bytesPerRow) implements BatchStep<Sheet, Pressed> {

        @Override
        public void process(Batch<Sheet> batch, Output<Pressed> out) {
            long[] sums = press(batch, bytesPerRow);
            for (int i = 0; i < sums.length; i++) {
                out.add(new Pressed(batch.get(i).id(), sums[i]));
            }
        }
    }

    @Step
    record PressOne(int bytesPerRow) implements MapStep<Sheet, Pressed> {

        @Override
        public Pressed map(Sheet row) {
            return new Pressed(row.id(), press(List.of(row), bytesPerRow)[0]);
        }
    }

    /** Has memory for a heavy sheet only where that comes alone. */
    @Step
    @BatchSize(BATCH)
    record PressHeavy(long heavy) implements BatchStep<Sheet, Pressed> {

        @Override
        public void process(Batch<Sheet> batch, Output<Pressed> out) {
            if (batch.size() > 1 && batch.stream().anyMatch(sheet -> sheet.id() == heavy)) {
                throw new OutOfMemoryError("the sheet is heavy");
            }
            long[] sums = press(batch, 1);
            for (int i = 0; i < sums.length; i++) {
                out.add(new Pressed(batch.get(i).id(), sums[i]));
            }
        }
    }

    @Step
    record StackSheets() implements KeyedStep<String, Sheet, Stack> {

        @Override
        public String key(Sheet row) {
            return row.text().substring(0, row.text().indexOf(' ', 6));
        }

        @Override
        public void process(String key, Dataset<Sheet> group, Output<Stack> out) {
            long rows = 0;
            long sum = 0;
            for (Sheet sheet : group) {
                rows++;
                sum += sheet.id();
            }
            out.add(new Stack(key, rows, sum));
        }
    }

    @Pipeline
    @Flow({ReadSheets.class, PressSheets.class})
    @Flow({ReadSheets.class, PressAgain.class})
    interface Presses {}

    @Pipeline
    @Flow({ReadSheets.class, PressOne.class})
    interface OneByOne {}

    @Pipeline
    @Flow({ReadSheets.class, PressHeavy.class})
    interface HeavyOnes {}

    @Pipeline
    @Flow({ReadSheets.class, StackSheets.class})
    interface Stacks {}

    static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache).progress(RunOptions.Progress.OFF).autoFormat(RunOptions.AutoFormat.BY_SCHEMA);
    }

    /** What pressing all sheets makes. */
    static List<Pressed> expected(int rows) {
        List<Pressed> expected = new ArrayList<>();
        for (long id = 0; id < rows; id++) {
            expected.add(new Pressed(id, 32L * (byte) id + id));
        }
        return expected;
    }
}
