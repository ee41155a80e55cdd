package dev.batchwright.engine;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.GlobalStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.shard.Passage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Steps whose rows depend on nothing but the rows that they are given, one by one, so that no cut into batches changes them. */
final class GraphSteps {

    private static final int TITLES = 17;

    private GraphSteps() {}

    /** A row with some changed id, which changes nothing of its size. */
    private static Passage changed(Passage row, long by) {
        return new Passage(row.id() * 31 + by, row.title(), row.text(), row.vector());
    }

    /**
     * Makes rows of which most are small, and some as large as any may be.
     *
     * @param seed what the sizes depend on
     * @param largest the most characters of a row
     */
    record Read(int parts, int rows, long seed, int largest) implements Source<Passage> {

        @Override
        public List<Split> splits() {
            return IntStream.range(0, parts)
                    .mapToObj(split -> Split.ofRows("split " + split, "v1", (long) split * rows, rows))
                    .toList();
        }

        @Override
        public RowReader<Passage> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> next[0] == end ? null : row(next[0]++);
        }

        private Passage row(long id) {
            Random random = new Random(seed + id);
            int length = random.nextInt(40) == 0 ? largest - random.nextInt(largest / 4 + 1) : random.nextInt(300);
            String word = Long.toString(random.nextLong(), 36) + " ";
            String text = word.repeat(length / word.length());
            return new Passage(id, "title " + Math.floorMod(random.nextInt(), TITLES), text, new float[3]);
        }
    }

    record Change(int by) implements MapStep<Passage, Passage> {

        @Override
        public Passage map(Passage row) {
            return changed(row, by);
        }
    }

    record Drop(int one) implements FilterStep<Passage> {

        @Override
        public boolean keep(Passage row) {
            return Math.floorMod(row.id(), 5) != one;
        }
    }

    record Multiply(int times) implements FlatMapStep<Passage, Passage> {

        @Override
        public void flatMap(Passage row, Output<Passage> out) {
            for (long copy = 0; copy < Math.floorMod(row.id(), times + 1); copy++) {
                out.add(changed(row, copy));
            }
        }
    }

    record ChangeAll(int by) implements BatchStep<Passage, Passage> {

        @Override
        public void process(Batch<Passage> batch, Output<Passage> out) {
            for (Passage row : batch) {
                if (row.id() % 11 != 0) {
                    out.add(changed(row, by));
                }
            }
        }
    }

    record ChangeEach(int by) implements AlignedBatchStep<Passage, Passage> {

        @Override
        public List<Passage> process(Batch<Passage> batch) {
            return batch.stream().map(row -> changed(row, by)).toList();
        }
    }

    /** Goes through each group twice, once for its size, once for its rows. */
    record NumberGroup(int by) implements KeyedStep<String, Passage, Passage> {

        @Override
        public String key(Passage row) {
            return row.title();
        }

        @Override
        public void process(String key, Dataset<Passage> group, Output<Passage> out) {
            long size = 0;
            for (Passage row : group) {
                size += row.text().length() + 1;
            }
            for (Passage row : group) {
                out.add(changed(row, size + by));
            }
        }
    }

    /** Goes through all rows twice. */
    record Sum(int by) implements GlobalStep<Passage, Passage> {

        @Override
        public void process(Dataset<Passage> all, Output<Passage> out) {
            long sum = 0;
            for (Passage row : all) {
                sum += row.id();
            }
            for (Passage row : all) {
                if (row.id() % 2 == 0) {
                    out.add(changed(row, sum + by));
                }
            }
        }
    }

    /** Adds up what it is given; a batch that it is given again counts once. */
    record Add(Map<BatchId, Long> sums, Set<BatchId> running) implements Sink<Passage> {

        @Override
        public void write(Batch<Passage> batch, BatchId id) {
            if (!running.add(id)) {
                throw new IllegalStateException(id + " is written twice at once");
            }
            sums.put(
                    id,
                    batch.stream()
                            .mapToLong(row -> row.id() * 31 + row.text().length())
                            .sum());
            running.remove(id);
        }
    }
}
