package dev.batchwright.io;

import dev.batchwright.Sink;
import dev.batchwright.StepContext;
import java.nio.file.Path;

/**
 * A sink that writes one file for each batch into a directory, named {@code <shard>-<batch>} and the {@link #suffix()}, such as
 * {@code 00003-000017.jsonl}; {@code @BatchSize} says how many rows a file holds. A file appears when it is whole, and a batch that
 * is written again replaces its file, so a run that was interrupted leaves no half of a file and no row twice.
 *
 * <p>The hidden file {@code .batchwright-<step>} in the directory remembers the fingerprint of the step. When it has changed, the
 * files of the earlier output are removed before the first one is written. Files that the step did not write are never touched: a
 * directory that holds such files under names of the same form, or the output of another step, is refused.
 *
 * <p>A step that implements it needs no state of its own, and may be used by several threads at once.
 *
 * @param <I> the rows it takes
 */
public interface FileSink<I> extends Sink<I> {

    /**
     * Where the files are written.
     *
     * @return the directory, which is created where it is missing
     */
    Path directory();

    /**
     * What the names of the files end in.
     *
     * @return the suffix with its dots; one that ends in {@code .gz} or {@code .zst} makes compressed files
     */
    String suffix();

    /**
     * Makes the directory ready, and removes the files of an earlier output.
     *
     * @throws dev.batchwright.BatchwrightException if the directory cannot be used or holds files of others
     */
    @Override
    default void open(StepContext context) throws Exception {
        new OutputDirectory(directory(), suffix()).open(context);
    }
}
