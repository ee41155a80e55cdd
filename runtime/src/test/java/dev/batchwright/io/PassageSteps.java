package dev.batchwright.io;

import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.GlobalStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.shard.Passage;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * The steps of a small pipeline. They lie in a package of the framework, whose bytecode is no part of a fingerprint: so a stored cache
 * fits them whatever compiles them.
 */
public final class PassageSteps {

    private PassageSteps() {}

    /** Makes passages up. */
    public record Read(int count, int rows, AtomicLong calls) implements Source<Passage> {

        @Override
        public List<Split> splits() {
            return LongStream.range(0, count)
                    .mapToObj(split -> Split.ofRows("split " + split, "v1", split * rows, rows))
                    .toList();
        }

        @Override
        public RowReader<Passage> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> {
                calls.incrementAndGet();
                return next[0] == end ? null : Passage.at((int) next[0]++);
            };
        }
    }

    /** Keeps every other one. */
    public record KeepEven() implements FilterStep<Passage> {

        @Override
        public boolean keep(Passage row) {
            return row.id() % 2 == 0;
        }
    }

    /** Gives each a title of its own. */
    public record Retitle() implements MapStep<Passage, Passage> {

        @Override
        public Passage map(Passage row) {
            return new Passage(row.id(), "new " + row.title(), row.text(), row.vector());
        }
    }

    /** Makes one of all: how many there are and what the titles are together. */
    public record Count() implements GlobalStep<Passage, Passage> {

        @Override
        public void process(Dataset<Passage> all, Output<Passage> out) {
            long count = 0;
            int titles = 0;
            for (Passage row : all) {
                count++;
                titles = 31 * titles + row.title().hashCode();
            }
            out.add(new Passage(count, "titles " + titles, "", new float[0]));
        }
    }
}
