package dev.batchwright.cache.faults;

import java.util.Random;

/** Which changes of names that were not forced outlive a loss of power. Bytes that were not forced may be torn in any case. */
public enum Survival {
    /** None. */
    NO_NAMES,
    /** All, as where a journal keeps names before bytes. */
    ALL_NAMES,
    /** Each with even odds. */
    SOME_NAMES;

    boolean ofName(Random random) {
        return switch (this) {
            case NO_NAMES -> false;
            case ALL_NAMES -> true;
            case SOME_NAMES -> random.nextBoolean();
        };
    }
}
