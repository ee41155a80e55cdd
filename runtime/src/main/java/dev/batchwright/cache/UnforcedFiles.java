package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Files for {@link dev.batchwright.Durability#PROCESS}: waits for the disk are left out, everything else is as it was. */
final class UnforcedFiles implements CacheFiles {

    private final CacheFiles files;

    UnforcedFiles(CacheFiles files) {
        this.files = files;
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        return files.create(file);
    }

    @Override
    public PartInput open(Path file, String name) throws IOException {
        return files.open(file, name);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        files.rename(from, to);
    }

    @Override
    public boolean publish(Path from, Path to) throws IOException {
        return files.publish(from, to);
    }

    @Override
    public boolean link(Path file, Path second) throws IOException {
        return files.link(file, second);
    }

    @Override
    public void force(Path file) {}

    @Override
    public void forceFolder(Path folder) {}

    @Override
    public void delete(Path file) throws IOException {
        files.delete(file);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return files.list(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        files.createFolder(folder);
    }
}
