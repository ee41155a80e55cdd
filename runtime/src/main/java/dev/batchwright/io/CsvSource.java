package dev.batchwright.io;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.shard.ShardSerializer;
import java.util.List;

/**
 * A source that reads CSV, each line a row. Columns are found by the names in the header; other columns of the file are passed over.
 * Files without a header have the columns of the row in their order.
 *
 * <pre>{@code
 * @Step
 * public record ReadPrices(Path path) implements CsvSource<Price> {
 *     @Override public ShardSerializer<Price> rows() { return PriceShardSerializer.INSTANCE; }
 *     @Override public CsvFormat format() { return CsvFormat.csv().withDelimiter(';'); }
 * }
 * }</pre>
 *
 * <p>A column holds a single value: lists, maps, arrays and records are refused. An empty field is a null where the column is
 * nullable or an optional, and an empty text where it is text that is neither; in a nullable column of text a quoted empty field is
 * an empty text. Other values are written as in {@link JsonLinesSource}, without quotes of their own. Blanks around values belong
 * to them. Empty lines are passed over, unless the row has a single column that may be null.
 *
 * @param <O> the rows it makes
 */
public interface CsvSource<O> extends FileSource<O> {

    /**
     * How rows are read.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<O> rows();

    /**
     * How the files are written.
     *
     * @return {@link CsvFormat#csv()} unless overridden
     */
    default CsvFormat format() {
        return CsvFormat.csv();
    }

    /**
     * Lists the files and cuts them. A file whose format allows line ends within quotes is one split, as nothing but reading it
     * from the start tells which line ends are within quotes.
     *
     * @throws dev.batchwright.SourceException if the path is missing, cannot be read, or is a directory without files
     * @throws dev.batchwright.BatchwrightException if the row has a column that is not a single value
     */
    @Override
    default List<Split> splits() throws Exception {
        new CsvColumns(rows().schema());
        return new SourceFiles(path()).splits(format().multiline() ? Long.MAX_VALUE : splitBytes());
    }

    @Override
    default RowReader<O> open(Split split, long firstRow) throws Exception {
        return new CsvSplit<>(this, split).open(firstRow);
    }
}
