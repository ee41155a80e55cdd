package dev.batchwright.shard.block;

import dev.batchwright.CorruptShardException;
import org.jspecify.annotations.Nullable;

/** The one wording for all that can be wrong with a file. */
final class Damage {

    private Damage() {}

    static CorruptShardException of(String file, String what) {
        return of(file, what, null);
    }

    static CorruptShardException of(String file, String what, @Nullable Throwable cause) {
        return new CorruptShardException(
                file + " is damaged: " + what + ". A run with RunOptions.verify(true) makes it again.", file, cause);
    }
}
