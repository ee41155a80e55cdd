package dev.batchwright.cache;

import dev.batchwright.shard.ChannelPartInput;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The file system of this machine. */
public final class LocalCacheFiles implements CacheFiles {

    /** Windows opens no folder as a file, and writes names in the order in which they changed without being asked to. */
    private static final boolean FOLDERS_ARE_NO_FILES =
            System.getProperty("os.name").startsWith("Windows");

    @Override
    public OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public PartInput open(Path file, String name) throws IOException {
        return new ChannelPartInput(FileChannel.open(file, StandardOpenOption.READ), name);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A link refuses a name that is taken, at once and whoever has taken it; a rename would replace what is there. */
    @Override
    public boolean publish(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return renameIfAbsent(from, to);
        }
        Files.delete(from);
        return true;
    }

    @Override
    public boolean link(Path file, Path second) throws IOException {
        try {
            Files.createLink(second, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return true;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false; // systems do not say more clearly that they have no links
        }
    }

    /** For file systems without links. The lock of the cache keeps other processes from coming between the two calls. */
    private static synchronized boolean renameIfAbsent(Path from, Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    @Override
    public void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (FOLDERS_ARE_NO_FILES) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Asks first whether it is a folder, since Java would open it to find out, and closing a lock's file gives up the lock. */
    @Override
    public List<String> list(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) { // a link to a folder will do
                throw e;
            }
        }
    }
}
