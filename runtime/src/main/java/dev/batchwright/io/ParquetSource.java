package dev.batchwright.io;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.util.List;

/**
 * A source that reads Parquet files of any maker. Each row group is a split, whose number of rows is known.
 *
 * <pre>{@code
 * @Step
 * public record ReadTrips(Path path) implements ParquetSource<Trip> {
 *     @Override public ShardSerializer<Trip> rows() { return TripShardSerializer.INSTANCE; }
 * }
 * }</pre>
 *
 * <p>Columns are found by their names, those of nested records as well. Columns that the row does not have are not read. A column
 * that the row has may be missing in the file where it is nullable or an optional, and nowhere else. Types must be the same, or such
 * that every value fits: whole numbers and {@code float} may be narrower in the file, times may be in milliseconds, microseconds or
 * nanoseconds, decimals may be text or numbers of any scale, lists may have the older form of two levels. A column that may be null in
 * the file can be read into a component that may not, until a null comes: then the error names its row. Pages may have any
 * encoding, and any compression but LZO; encrypted files are not read.
 *
 * <p>A step that implements it needs no state of its own, and may be used by several threads at once.
 *
 * @param <O> the rows it makes
 */
public interface ParquetSource<O> extends Source<O> {

    /**
     * What is read: a file, or a directory whose files with names that end in {@code .parquet} are read in the order of their names.
     * Hidden files (whose names begin with a dot or an underscore) and directories are left out.
     *
     * @return the path
     */
    Path path();

    /**
     * How rows are read.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<O> rows();

    /**
     * Lists the files and their row groups.
     *
     * @throws dev.batchwright.SourceException if the path is missing, cannot be read, is no Parquet file, or is a directory without
     *     Parquet files
     */
    @Override
    default List<Split> splits() throws Exception {
        return ParquetSplits.of(new SourceFiles(path()));
    }

    /**
     * Opens a row group.
     *
     * @throws dev.batchwright.SourceException if the file is damaged, has changed, or does not have the columns of the row
     */
    @Override
    default RowReader<O> open(Split split, long firstRow) throws Exception {
        return ParquetSplits.open(new SourceFiles(path()).fileOf(split), split, firstRow, rows());
    }
}
