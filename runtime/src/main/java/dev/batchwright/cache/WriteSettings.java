package dev.batchwright.cache;

import java.util.function.LongConsumer;

/**
 * When a part is large enough, and who is told.
 *
 * @param partBytes a part that has this many encoded bytes should be closed
 * @param full is told that a part has them; called at most once for each part
 * @param attempt tells the temporary files of this run from those of others
 * @param committed is told the bytes of each part that was finished
 */
public record WriteSettings(long partBytes, Runnable full, String attempt, LongConsumer committed) {}
