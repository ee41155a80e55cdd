package dev.batchwright.samples.everykind.engine;

import dev.batchwright.ColumnCodec;
import dev.batchwright.MapStep;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Column;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline that leaves the format to its rows, and that can be watched while these are encoded. */
@Pipeline
@Flow({Letters.Write.class, Letters.Keep.class})
final class Letters {

    static final long ROWS = 60_000;

    private Letters() {}

    record Body(String text) {}

    record Letter(
            long id, @Column(codec = WatchedCodec.class) Body body) {}

    /** Calls back before each value is encoded: by a trial, and by a part. */
    public static final class WatchedCodec implements ColumnCodec<Body, String> {

        static volatile @Nullable Runnable watcher;

        @Override
        public String encode(Body value) {
            Runnable watching = watcher;
            if (watching != null) {
                watching.run();
            }
            return value.text();
        }

        @Override
        public Body decode(String stored) {
            return new Body(stored);
        }
    }

    static Letter letter(long id) {
        return new Letter(
                id,
                new Body("Letter " + id + " of many, which say " + id * 31 % 1_009 + " and nothing more than that"));
    }

    @Step(persist = Persist.NEVER)
    record Write() implements Source<Letter> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("first", "v1", 0, ROWS / 2), Split.ofRows("second", "v1", ROWS / 2, ROWS / 2));
        }

        @Override
        public RowReader<Letter> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> next[0] == end ? null : letter(next[0]++);
        }
    }

    @Step(persist = Persist.ALWAYS)
    record Keep() implements MapStep<Letter, Letter> {

        @Override
        public Letter map(Letter row) {
            return row;
        }
    }

    static RunReport run(Path cache, int threads) {
        RunOptions options = Shop.options(cache).shardRows(1L << 40).threads(threads);
        return LettersRunner.builder().build().run(options);
    }
}
