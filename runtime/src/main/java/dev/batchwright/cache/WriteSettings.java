package dev.batchwright.cache;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When parts are closed, and who is told.
 *
 * @param partBytes a part is closed when it has this many encoded bytes
 * @param checkpointNanos a part is closed when its first row is this old
 * @param clock the time in nanoseconds, from any origin; asked for every row, so it is cheap
 * @param attempt tells the temporary files of this run from those of others
 * @param committed is told the bytes of each part that was finished
 */
public record WriteSettings(
        long partBytes, long checkpointNanos, LongSupplier clock, String attempt, LongConsumer committed) {}
