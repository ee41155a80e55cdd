package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.PartsCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts that were found damaged when somebody read them. They are removed, so that what they held is missing and made again. */
final class DamagedParts {

    private final List<String> found = new ArrayList<>();

    /**
     * Reads all parts of some steps, and removes those that are damaged.
     *
     * @param steps the steps
     */
    void removeAll(Collection<StepRuntime> steps) {
        for (StepRuntime step : steps) {
            try {
                found.addAll(
                        PartsCheck.removeDamaged(step.store(), step.manager().output()));
            } catch (IOException e) {
                throw new CacheException(
                        "The parts of step " + step.name() + " cannot be checked: " + e
                                + ". Look after the disk, then run again.",
                        e);
            }
        }
    }

    /**
     * Removes the part by which a run failed, if it did so by one.
     *
     * @param failure how the run ended
     * @param steps the steps whose parts are looked at
     * @return whether a part was removed
     */
    boolean remove(Throwable failure, Collection<StepRuntime> steps) {
        CorruptShardException damage = damageIn(failure);
        String file = damage == null ? null : damage.file();
        if (damage == null || file == null) {
            return false;
        }
        for (StepRuntime step : steps) {
            if (removed(step, file)) {
                found.add(String.valueOf(damage.getMessage()));
                return true;
            }
        }
        return false;
    }

    private static boolean removed(StepRuntime step, String file) {
        try {
            return step.store().removeDamaged(file);
        } catch (IOException e) {
            throw new CacheException(
                    file + " is damaged and cannot be removed: " + e + ". Remove it, and run the pipeline again.", e);
        }
    }

    /** User code may have met the damage, and put it into an exception of its own. */
    private static @Nullable CorruptShardException damageIn(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable e = failure; e != null && seen.add(e); e = e.getCause()) {
            if (e instanceof CorruptShardException damage) {
                return damage;
            }
        }
        return null;
    }

    /** What was found so far, in words, by this run and before it by those who looked at footers. */
    List<String> found(CacheDirectory cache, Collection<StepRuntime> steps) {
        Set<String> all = new LinkedHashSet<>(cache.damage());
        all.addAll(found);
        steps.forEach(step -> all.addAll(step.store().damage()));
        return List.copyOf(all);
    }
}
