package dev.batchwright.engine;

import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.memory.SpillFiles;
import dev.batchwright.observe.StepMetrics;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The files of a cache to which a step moves rows that memory has no room for.
 *
 * @param cache the cache
 * @param metrics where what is written is counted
 */
record SpillFolder(CacheDirectory cache, StepMetrics metrics) implements SpillFiles {

    @Override
    public String newName(String step) {
        return cache.spills().newName(step);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return cache.spills().create(name);
    }

    @Override
    public PartInput open(String name) throws IOException {
        return cache.spills().open(name);
    }

    @Override
    public void delete(String name) throws IOException {
        cache.spills().delete(name);
    }

    @Override
    public void spilled(Spilled file) {
        metrics.countSpill(file.bytes(), file.pass(), file.compression().toString(), file.why());
    }
}
