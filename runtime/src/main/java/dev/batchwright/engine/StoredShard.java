package dev.batchwright.engine;

import dev.batchwright.cache.Gap;
import dev.batchwright.cache.StepStore;
import dev.batchwright.plan.Lane;
import dev.batchwright.shard.PartFooter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What the cache has of one shard of a step.
 *
 * @param store the step's folder
 * @param number the shard as the step counts it
 */
record StoredShard(StepStore store, int number) {

    static StoredShard of(Lane lane, int stageShard, RunContext context) {
        return new StoredShard(context.step(lane).store(), ShardNumbers.shard(lane, stageShard));
    }

    /** The last footer, or null if the shard is not whole. */
    @Nullable
    PartFooter end() {
        return looking(() -> store.end(number));
    }

    /** The last footer of what is there from the first row on, or null if nothing is. */
    @Nullable
    PartFooter reached() {
        return looking(() -> store.reached(number));
    }

    /** The same, after all has been removed that does not follow. */
    @Nullable
    PartFooter keepReached() {
        return looking(() -> store.keepReached(number));
    }

    /** Where one part is missing between others, or null. */
    @Nullable
    Gap gap() {
        return looking(() -> store.gap(number));
    }

    /** Removes all. */
    void clear() {
        looking(() -> {
            store.clear(number);
            return null;
        });
    }

    private interface Look<T> {
        @Nullable
        T look() throws IOException;
    }

    private static <T> @Nullable T looking(Look<T> look) {
        try {
            return look.look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
