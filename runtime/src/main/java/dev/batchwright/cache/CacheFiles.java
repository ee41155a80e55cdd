package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Everything that a cache asks of a file system, in one place, so that a test can make any of it fail. */
public interface CacheFiles {

    /**
     * Creates a file.
     *
     * @param file the file; its folder exists
     * @return takes its bytes
     * @throws IOException if it exists already or cannot be created
     */
    OutputStream create(Path file) throws IOException;

    /**
     * Opens a file for reading at any position.
     *
     * @param file the file
     * @param name how messages call it
     * @return its bytes
     * @throws IOException if it cannot be opened
     */
    PartInput open(Path file, String name) throws IOException;

    /**
     * Renames a file atomically, within one folder. Whatever had the new name is replaced.
     *
     * @param from the old name
     * @param to the new name
     * @throws IOException if it cannot be renamed
     */
    void rename(Path from, Path to) throws IOException;

    /**
     * Gives a file another name within one folder, atomically, unless something has that name.
     *
     * @param from the old name
     * @param to the new name
     * @return whether the file has its new name; if not, it still has the old one
     * @throws IOException if it cannot be renamed; it may then have both names
     */
    boolean publish(Path from, Path to) throws IOException;

    /**
     * Gives a file a second name, in whatever folder, atomically. It keeps the one that it has. Does nothing if something has that name.
     *
     * @param file the name that it has
     * @param second the other name
     * @return false if files cannot have second names here
     * @throws IOException if it cannot be named
     */
    boolean link(Path file, Path second) throws IOException;

    /**
     * Has the bytes of a file on the disk before it returns. If it fails, it is not to be tried again on the same file: the system
     * may have dropped what it could not write, and say yes the second time.
     *
     * @param file the file; written and closed
     * @throws IOException if the system cannot say that they are there
     */
    void force(Path file) throws IOException;

    /**
     * Has the names in a folder, as they are now, on the disk before it returns. Does nothing where the system has no such call.
     *
     * @param folder the folder
     * @throws IOException if the system cannot say that they are there
     */
    void forceFolder(Path folder) throws IOException;

    /**
     * Removes a file if it is there.
     *
     * @param file the file
     * @throws IOException if it cannot be removed
     */
    void delete(Path file) throws IOException;

    /**
     * Names what a folder holds.
     *
     * @param folder the folder
     * @return the names in their natural order; none if there is no such folder
     * @throws java.nio.file.NotDirectoryException if it is a file, which is not opened to find that out
     * @throws IOException if it cannot be listed
     */
    List<String> list(Path folder) throws IOException;

    /**
     * Creates a folder if it is not there.
     *
     * @param folder the folder
     * @throws java.nio.file.NoSuchFileException if the folder above it is not there
     * @throws IOException if it cannot be created
     */
    void createFolder(Path folder) throws IOException;
}
