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
 * Reads the Java files of source jars, sorted by path, so that the versions of one file follow each other. They are not kept: the jars
 * stay where they are.
 *
 * @param jars the jars
 * @param limit the most files to read
 */
@Step(persist = Persist.NEVER)
public record ReadSourceFiles(List<Path> jars, int limit) implements Source<Document> {

    private static final int SPLIT_ROWS = 128;

    /** Copies the jars. */
    public ReadSourceFiles {
        jars = List.copyOf(jars);
    }

    @Override
    public List<Split> splits() throws IOException {
        SourceListing listing = SourceListing.of(jars, limit);
        return RowRanges.cut("source files", listing.identity(), listing.files().size(), SPLIT_ROWS);
    }

    @Override
    public RowReader<Document> open(Split split, long firstRow) throws IOException {
        int from = Math.toIntExact(split.start() + firstRow);
        int to = Math.toIntExact(split.start() + split.length());
        return new SourceFiles(SourceListing.of(jars, limit).files().subList(from, to));
    }
}
