package dev.batchwright;

/**
 * A step that reads rows from outside as one stream: a cursor, a generator, a service that pages.
 *
 * @param <O> the rows it makes
 */
public interface SequentialSource<O> extends PipelineStep {

    /**
     * Opens the stream at a row.
     *
     * @param firstRow the row to begin with, from 0
     * @return the rows from there on
     * @throws Exception ends the run
     */
    RowReader<O> open(long firstRow) throws Exception;

    /**
     * What the content of the stream depends on besides this step's configuration, such as a table's version. Called before
     * {@link #open(StepContext)}. When the answer
     * changes, the rows are read again.
     *
     * @return any text; empty where the configuration says it all
     * @throws Exception ends the run
     */
    default String identity() throws Exception {
        return "";
    }
}
