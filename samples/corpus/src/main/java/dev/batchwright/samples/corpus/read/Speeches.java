package dev.batchwright.samples.corpus.read;

import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.samples.corpus.text.Document;
import dev.batchwright.samples.corpus.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes documents out of lines. */
final class Speeches implements RowReader<Document> {

    private final BufferedReader lines;
    private final long end;
    private long line;

    Speeches(BufferedReader lines, long first, long end) {
        this.lines = lines;
        this.line = first;
        this.end = end;
    }

    @Override
    public @Nullable Document next() throws IOException {
        if (line == end) {
            return null;
        }
        String text = lines.readLine();
        if (text == null) {
            throw new SourceException("The speeches end before line " + end + ". Was their file changed?", null);
        }
        return document(line++, text);
    }

    private static Document document(long line, String text) {
        String[] fields = text.split("\t", 3);
        if (fields.length != 3) {
            throw new SourceException("Line " + (line + 1) + " of the speeches is not title, date and text", null);
        }
        String id = String.format(Locale.ROOT, "europarl/%05d", line);
        return new Document(id, "europarl", fields[0] + ", " + fields[1], Language.UNKNOWN, fields[2]);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
