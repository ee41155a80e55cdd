package dev.batchwright.importer;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;
import java.util.List;

/**
 * A source that reads the rows of one step out of a cache of distilabel, so that a pipeline goes on from there.
 *
 * <pre>{@code
 * @Step
 * public record ReadScored(@Resource Path path) implements DistilabelSource<Scored> {
 *     @Override public String step() { return "score"; }
 *     @Override public ShardSerializer<Scored> rows() { return ScoredShardSerializer.INSTANCE; }
 * }
 * }</pre>
 *
 * <p>Rows are found as {@link ImportedRun} says. Columns are found by their names and read as {@link
 * dev.batchwright.io.JsonLinesSource} reads fields; those that the record does not have are left out. A row that the record does not
 * accept ends the run.
 *
 * <p>The rows count as changed when one of their files has another name within the cache, another size or another time of change. Where the
 * cache lies does not count, provided that {@link #path} is no configuration of the step: mark it as a resource, as above. In caches of
 * version 1.4 on each split is some of the step's files; earlier ones are one split, with all files of the run.
 *
 * <p>A step that implements it needs no state of its own, and may be used by several threads at once.
 *
 * @param <O> the rows it makes
 */
public interface DistilabelSource<O> extends Source<O> {

    /**
     * Where the cache is.
     *
     * @return a folder as {@link Importer#open} takes it
     */
    Path path();

    /**
     * Whose rows are read.
     *
     * @return the name of a step in the pipeline of distilabel
     */
    String step();

    /**
     * Which run is meant.
     *
     * @return what {@link Importer#run(String)} takes; empty, as it is unless overridden, for the only run
     */
    default String run() {
        return "";
    }

    /**
     * How rows are read.
     *
     * @return the generated serializer of the row
     */
    ShardSerializer<O> rows();

    /**
     * Whether to go on where files are missing or damaged, without the rows in them.
     *
     * @return false unless overridden, so that a problem ends the run
     */
    default boolean skipsProblems() {
        return false;
    }

    /**
     * How the files of a step are grouped.
     *
     * @return the number of bytes in the files of a split, at least 1, which the last of them may go beyond; 64 MiB unless overridden
     */
    default long splitBytes() {
        return 64L << 20;
    }

    /**
     * Lists the files.
     *
     * @throws dev.batchwright.SourceException if there is no such folder, run or step, or if a file is missing that should be there
     */
    @Override
    default List<Split> splits() throws Exception {
        return new DistilabelSplits(this).list();
    }

    /**
     * Opens a split.
     *
     * @throws dev.batchwright.SourceException if a file is damaged or has changed
     */
    @Override
    default RowReader<O> open(Split split, long firstRow) throws Exception {
        return new DistilabelSplits(this).open(split, firstRow, rows());
    }
}
