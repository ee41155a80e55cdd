package dev.batchwright.io;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.text.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a row of each line of a CSV file, or of several lines where a field goes over them. */
final class CsvRows<O> implements RowReader<O> {

    private final SplitInput input;
    private final CsvFormat format;
    private final ShardSerializer<O> serializer;
    private final CsvLine line;
    private final CsvValueReader values;
    private final CloseableIterator<CsvLine> lines;
    private long linesToSkip;

    CsvRows(
            SplitInput input,
            CsvFormat format,
            CsvHeader header,
            ShardSerializer<O> serializer,
            int maxFieldLength,
            long firstRow) {
        this.input = input;
        this.format = format;
        this.serializer = serializer;
        CsvColumns columns = new CsvColumns(serializer.schema());
        this.line = new CsvLine(columns, header);
        this.values = new CsvValueReader(columns, line);
        CsvReader<CsvLine> csv = CsvFiles.reading(input, format, !columns.anEmptyLineIsARow(), maxFieldLength, line);
        this.lines = csv.iterator();
        this.linesToSkip = firstRow + (format.header() && input.firstByte() == 0 ? 1 : 0);
    }

    @Override
    public @Nullable O next() {
        for (; linesToSkip > 0; linesToSkip--) {
            if (!nextLine()) {
                return null;
            }
        }
        return nextLine() ? row() : null;
    }

    private boolean nextLine() {
        try {
            if (!lines.hasNext()) {
                return false;
            }
            lines.next();
        } catch (UncheckedIOException e) {
            throw Failures.reading(input.file(), Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof SourceException known ? known : failure("not valid CSV: " + cause.getMessage(), e);
        }
        if (line.hasLineEnd() && !format.multiline()) {
            throw failure("a field goes over several lines, but the format is multiline(false)", null);
        }
        if (line.fields() != line.expectedFields()) {
            String expected = format.header()
                    ? "the header"
                    : "the row " + serializer.schema().name();
            throw failure(
                    "expected %d fields as in %s, found %d".formatted(line.expectedFields(), expected, line.fields()),
                    null);
        }
        return true;
    }

    private O row() {
        try {
            return serializer.read(values);
        } catch (InvalidValueException e) {
            throw failure(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw failure("the record " + serializer.schema().name() + " does not accept these values: " + e, e);
        }
    }

    private SourceException failure(String problem, @Nullable Throwable cause) {
        return new SourceException(input.line(Math.max(1, line.number())) + ": " + problem + ".", cause);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
