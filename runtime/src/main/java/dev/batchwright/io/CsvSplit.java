package dev.batchwright.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A split of a CSV file. The header is read from the beginning of the file, wherever the split lies. */
final class CsvSplit<O> {

    private final CsvSource<O> source;
    private final SourceFiles files;
    private final Split split;
    private final CsvColumns columns;

    CsvSplit(CsvSource<O> source, Split split) {
        this.source = source;
        this.files = new SourceFiles(source.path());
        this.split = split;
        this.columns = new CsvColumns(source.rows().schema());
    }

    RowReader<O> open(long firstRow) throws IOException {
        CsvHeader header = source.format().header() ? readHeader() : CsvHeader.byPosition(columns);
        return new CsvRows<>(
                files.open(split), source.format(), header, source.rows(), source.maxLineBytes(), firstRow);
    }

    private CsvHeader readHeader() throws IOException {
        try (SplitInput input = files.openWhole(split);
                CsvReader<CsvRecord> csv =
                        CsvFiles.reading(input, source.format(), true, source.maxLineBytes(), CsvRecordHandler.of())) {
            CsvRecord first = csv.stream()
                    .findFirst()
                    .orElseThrow(() -> new SourceException(
                            input.file() + " has no header. Add one, or say withoutHeader() in the source's format.",
                            null));
            return CsvHeader.byName(input.file(), first.getFields(), columns);
        } catch (UncheckedIOException e) {
            throw Failures.reading(files.fileOf(split), Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof SourceException known
                    ? known
                    : new SourceException(
                            files.fileOf(split) + ": the header is not valid CSV: " + cause.getMessage() + ".", e);
        }
    }
}
