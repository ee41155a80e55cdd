package dev.batchwright.io;

import dev.batchwright.Source;
import dev.batchwright.Split;
import java.nio.file.Path;
import java.util.List;

/**
 * A source that reads the lines of text files. Files whose names end in {@code .gz} or {@code .zst} are decompressed. All text is
 * UTF-8; bytes that are not are an error. Lines end with LF or CRLF, and a byte order mark at the beginning of a file is passed
 * over.
 *
 * <p>Files are cut into splits by bytes, which are read in parallel; a line belongs to the split that its first byte lies in. A
 * compressed file is one split. A file counts as changed when its size or its time of modification has changed.
 *
 * <p>A step that implements it needs no state of its own, and may be used by several threads at once.
 *
 * @param <O> the rows it makes
 */
public interface FileSource<O> extends Source<O> {

    /**
     * What is read: a file, or a directory whose files are read in the order of their names. Of a directory, other directories,
     * hidden files (whose names begin with a dot or an underscore) and temporary ones (whose names end in {@code .tmp} or
     * {@code ~}) are left out.
     *
     * @return the path
     */
    Path path();

    /**
     * How files are cut.
     *
     * @return the number of bytes of a split, at least 1; 64 MiB unless overridden
     */
    default long splitBytes() {
        return 64L << 20;
    }

    /**
     * What is taken for a line at most, so that a file without line ends is an error and not the end of the memory.
     *
     * @return a number of bytes, at least 1; 64 MiB unless overridden
     */
    default int maxLineBytes() {
        return 64 << 20;
    }

    /**
     * Lists the files and cuts them.
     *
     * @throws dev.batchwright.SourceException if the path is missing, cannot be read, or is a directory without files
     */
    @Override
    default List<Split> splits() throws Exception {
        return new SourceFiles(path()).splits(splitBytes());
    }
}
