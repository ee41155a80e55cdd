package dev.batchwright.samples.corpus.read;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.corpus.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads speeches held in the European Parliament from 1996 to 2011, in 21 languages. They are not kept: their file stays where it is.
 *
 * @param jar Lucene's test framework, which brings the speeches along
 * @param limit the most speeches to read
 */
@Step(persist = Persist.NEVER)
public record ReadSpeeches(Path jar, int limit) implements Source<Document> {

    private static final int SPLIT_ROWS = 1024;

    @Override
    public List<Split> splits() throws IOException {
        SpeechFile file = SpeechFile.in(jar);
        return RowRanges.cut("europarl", file.identity(), file.countLines(limit), SPLIT_ROWS);
    }

    @Override
    public RowReader<Document> open(Split split, long firstRow) throws IOException {
        long first = split.start() + firstRow;
        return SpeechFile.in(jar).read(first, split.start() + split.length());
    }
}
