package dev.batchwright.io;

import dev.batchwright.RowReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes a row of each line. */
final class TextLinesReader<O> implements RowReader<O> {

    private final TextLinesSource<O> source;
    private final String file;
    private final LineReader lines;
    private long rowsToSkip;

    TextLinesReader(TextLinesSource<O> source, String file, LineReader lines, long firstRow) {
        this.source = source;
        this.file = file;
        this.lines = lines;
        this.rowsToSkip = firstRow;
    }

    @Override
    public @Nullable O next() throws Exception {
        for (; rowsToSkip > 0; rowsToSkip--) {
            if (!lines.next()) {
                return null;
            }
        }
        if (!lines.next()) {
            return null;
        }
        lines.requireUtf8();
        String text = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
        return source.row(file, lines.offset(), text);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
