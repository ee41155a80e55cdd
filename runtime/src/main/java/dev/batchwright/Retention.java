package dev.batchwright;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How long outputs stay in a cache that a step has made under earlier fingerprints. What readers see, and what the run itself has used,
 * is never removed. Each rule that is set removes for itself; where none is, nothing is removed. Only a run that ends well removes
 * anything.
 *
 * @param ttl how long after its last use an older output goes
 * @param keep how many older outputs of each step stay beside the current one, those used last
 * @param maxBytes how many bytes all outputs together may have; the older ones that were not used for the longest time go until it is
 *     so, or until none is left
 */
public record Retention(Optional<Duration> ttl, OptionalInt keep, OptionalLong maxBytes) {

    /** Removes nothing. */
    public static final Retention ALL = new Retention(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());

    /** Checks that no number is negative. */
    public Retention {
        Objects.requireNonNull(keep, "keep");
        if (ttl.isPresent() && ttl.get().isNegative()) {
            throw new IllegalArgumentException("ttl must not be negative but is " + ttl.get());
        }
        if (keep.orElse(0) < 0) {
            throw new IllegalArgumentException("keep must be at least 0 but is " + keep.getAsInt());
        }
        if (maxBytes.orElse(0) < 0) {
            throw new IllegalArgumentException("maxBytes must be at least 0 but is " + maxBytes.getAsLong());
        }
    }

    /**
     * Whether nothing is ever removed.
     *
     * @return true if no rule is set
     */
    public boolean keepsAll() {
        return equals(ALL);
    }
}
