package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.PartsCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts that were found damaged when somebody read them. They are removed, so that what they held is missing and made again. */
final class DamagedParts {

    private final List<String> found = new ArrayList<>();
    private final Set<String> noted = new LinkedHashSet<>();
    private final Set<String> removed = new HashSet<>();

    /**
     * Reads all parts of some steps, and removes those that are damaged.
     *
     * @param steps the steps
     * @param stop ends the look between two shards
     */
    void removeAll(Collection<StepRuntime> steps, StopSignal stop) {
        for (StepRuntime step : steps) {
            try {
                for (int shard : step.store().shards()) {
                    stop.check();
                    found.addAll(PartsCheck.removeDamaged(
                            step.store(), shard, step.manager().output()));
                }
            } catch (IOException e) {
                throw new CacheException(
                        "The parts of step " + step.name() + " cannot be checked: " + e
                                + ". Look after the disk, then run again.",
                        e);
            }
        }
    }

    /**
     * Removes the part by which a run failed, if it did so by one. A part that was made again in this run and is damaged once more
     * stays: it would be so for ever, be it for the disk or for a format that does not read what it writes.
     *
     * @param failure how the run ended
     * @param steps the steps whose parts are looked at
     * @return whether a part was removed
     */
    boolean remove(Throwable failure, Collection<StepRuntime> steps) {
        CorruptShardException damage = damageIn(failure);
        String file = damage == null ? null : damage.file();
        if (damage == null || file == null || removed.contains(file)) {
            return false;
        }
        for (StepRuntime step : steps) {
            if (remove(step, file)) {
                removed.add(file);
                found.add(String.valueOf(damage.getMessage()));
                return true;
            }
        }
        return false;
    }

    private static boolean remove(StepRuntime step, String file) {
        try {
            Basis basis = step.basis();
            return step.store().removeDamaged(file)
                    || (basis != null
                            && (basis.rows().removeDamaged(file) || basis.bad().removeDamaged(file)));
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

    /** Takes note of the metadata that could not be read, and of the footers. */
    void note(CacheDirectory cache, Collection<StepRuntime> steps) {
        noted.addAll(cache.damage());
        for (StepRuntime step : steps) {
            noted.addAll(step.store().damage());
            if (step.quarantine() != null) {
                noted.addAll(step.quarantine().store().damage());
            }
        }
    }

    /** What was found so far, in words. */
    List<String> found() {
        Set<String> all = new LinkedHashSet<>(noted);
        all.addAll(found);
        return List.copyOf(all);
    }
}
