package dev.batchwright;

import java.util.List;

/**
 * A step that reads rows from outside, in splits that can be read independently of each other.
 *
 * @param <O> the rows it makes
 */
public interface Source<O> extends PipelineStep {

    /**
     * Names the parts that can be read on their own, in the order of their rows. Called before {@link #open(StepContext)}. The answer depends only on the input, never on
     * the machine, and each split's identity changes when its content does.
     *
     * @return the splits in order, possibly none
     * @throws Exception ends the run, best with a message that names the missing file or service
     */
    List<Split> splits() throws Exception;

    /**
     * Opens a split at a row. Rows before it are skipped as cheaply as the format allows.
     *
     * @param split one of {@link #splits()}
     * @param firstRow the row of the split to begin with, from 0
     * @return the rows from there to the end of the split
     * @throws Exception ends the run
     */
    RowReader<O> open(Split split, long firstRow) throws Exception;
}
