package dev.batchwright.cache;

import dev.batchwright.shard.choice.PartEncoding;
import java.util.List;

/**
 * Says how the parts of a step are written, at the latest when the first rows have to be. Safe for use by several threads.
 *
 * @param <T> the rows
 */
public interface EncodingChoice<T> {

    /**
     * Whether {@link #decide} would look at rows. What has been settled stays so.
     *
     * @return false where nothing is left to find out
     */
    boolean isSettled();

    /**
     * How many bytes of rows, by {@link dev.batchwright.shard.ShardSerializer#sizeOf}, should be there before {@link #decide} is asked.
     *
     * @return a number of bytes
     */
    long wantedBytes();

    /**
     * Decides. A thread that asks while another is finding out waits for it.
     *
     * @param firstRows the first rows of a shard
     * @param bytes their size
     * @return how to write the shard's parts; the decision is kept before this returns
     */
    PartEncoding decide(List<T> firstRows, long bytes);
}
