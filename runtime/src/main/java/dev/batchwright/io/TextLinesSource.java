package dev.batchwright.io;

import dev.batchwright.RowReader;
import dev.batchwright.Split;

/**
 * A source that makes a row of each line of text, blank ones included.
 *
 * <pre>{@code
 * @Step
 * public record ReadLog(Path path) implements TextLinesSource<LogLine> {
 *     @Override public LogLine row(String file, long offset, String line) { return new LogLine(file, offset, line); }
 * }
 * }</pre>
 *
 * @param <O> the rows it makes
 */
public interface TextLinesSource<O> extends FileSource<O> {

    /**
     * Makes a row of a line. A line is named by its offset, as its number is not known where a file is read in several splits.
     *
     * @param file the name of the file, without its directory
     * @param offset where in the file the line begins, in bytes; in a compressed file, where in the decompressed text
     * @param line the text without its line end
     * @return the row, not null; lines that are not wanted are for a filter step to drop
     * @throws Exception ends the run
     */
    O row(String file, long offset, String line) throws Exception;

    @Override
    default RowReader<O> open(Split split, long firstRow) throws Exception {
        LineReader lines = new LineReader(new SourceFiles(path()).open(split), maxLineBytes());
        return new TextLinesReader<>(this, split.name(), lines, firstRow);
    }
}
