package demo;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import dev.batchwright.Output;
import dev.batchwright.BatchStep;
import dev.batchwright.FilterStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.util.List;

/** The pipeline of the golden files. */
@Pipeline
@Flow({Words.ReadLines.class, Words.KeepLong.class, Words.Split.class, Words.Count.class})
public interface Words {

    record Line(long number, String text, List<String> tags) {}

    record Word(String text, int length) {}

    record Total(String text, long times) {}

    /** Reads a file & numbers its {@link Line lines}. Ends with the file. */
    @Step
    record ReadLines(Path file) implements SequentialSource<Line> {
        @Override
        public RowReader<Line> open(long firstRow) {
            throw new UnsupportedOperationException();
        }
    }

    @Step
    record KeepLong(int atLeast) implements FilterStep<Line> {
        @Override
        public boolean keep(Line line) {
            return line.text().length() >= atLeast;
        }
    }

    @Step(version = "2")
    @BatchSize(32)
    record Split() implements BatchStep<Line, Word> {
        @Override
        public void process(Batch<Line> batch, Output<Word> out) {}
    }

    /** Counts how often each word comes. */
    @Step
    record Count() implements KeyedStep<String, Word, Total> {
        @Override
        public String key(Word word) {
            return word.text();
        }

        @Override
        public void process(String key, Dataset<Word> group, Output<Total> out) {}
    }
}
