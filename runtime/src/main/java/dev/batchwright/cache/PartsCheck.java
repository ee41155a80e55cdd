package dev.batchwright.cache;

import dev.batchwright.VerifyReport.Damage;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a shard for damage, and removes those that have any, so that what they held is missing and made again. */
public final class PartsCheck {

    private PartsCheck() {}

    /**
     * Reads all parts of a shard.
     *
     * @param store the step's folder
     * @param shard the shard
     * @param serializer the serializer of its rows, or null where it keeps none
     * @return what was removed and why, in words
     * @throws IOException if the disk does not answer, or a part cannot be removed
     * @throws IllegalArgumentException if a part is of a format that is not there to read it, which is no damage
     */
    public static List<String> removeDamaged(StepStore store, int shard, @Nullable ShardSerializer<?> serializer)
            throws IOException {
        for (PartName part : store.parts(shard)) {
            if (!part.extension().equals(PartName.DONE)) {
                store.format(part);
            }
        }
        List<String> removed = new ArrayList<>();
        for (Damage damage : ShardLook.at(store, shard, serializer).damage()) {
            if (store.removeDamaged(damage.file())) {
                removed.add(damage.file() + " is damaged: " + damage.what());
            }
        }
        return removed;
    }
}
