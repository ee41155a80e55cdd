package dev.batchwright.cache;

import java.time.Instant;

/**
 * An output that lies in a cache, and what is known of its last use.
 *
 * @param step the step's name
 * @param folder the name of its folder, the beginning of the fingerprint
 * @param isCurrent whether readers see it, or the run uses it
 * @param bytes the bytes of its files
 * @param run the number of the run that has used it last
 * @param lastUse when that was; never later than now
 */
record StoredOutput(String step, String folder, boolean isCurrent, long bytes, long run, Instant lastUse) {}
