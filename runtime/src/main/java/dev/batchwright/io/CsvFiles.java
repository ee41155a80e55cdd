package dev.batchwright.io;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How FastCSV is set up. */
final class CsvFiles {

    private CsvFiles() {}

    /** Makes a parser that leaves it to the caller to compare numbers of fields. */
    static <T> CsvReader<T> reading(
            SplitInput input,
            CsvFormat format,
            boolean skipEmptyLines,
            int maxFieldLength,
            CsvCallbackHandler<T> handler) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .allowUnclosedQuote(false)
                .skipEmptyLines(skipEmptyLines)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(maxFieldLength)
                .build(handler, new InputStreamReader(new Utf8Input(input), StandardCharsets.UTF_8));
    }

    /** Makes a writer that quotes empty texts, so that they can be told from nulls. */
    static CsvWriter writing(OutputStream out, CsvFormat format) {
        return CsvWriter.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .quoteStrategy(QuoteStrategies.EMPTY)
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
    }
}
