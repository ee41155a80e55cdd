package dev.batchwright.io;

import dev.batchwright.SourceException;
import dev.batchwright.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that a source's path stands for: listed, cut into splits, and opened again by those splits. */
final class SourceFiles {

    private final Path path;

    SourceFiles(Path path) {
        this.path = path;
    }

    /** Cuts every file into splits of so many bytes; a compressed file is one split, as it can only be read from its start. */
    List<Split> splits(long splitBytes) {
        if (splitBytes < 1) {
            throw new IllegalArgumentException("A split holds at least 1 byte, not " + splitBytes);
        }
        List<Split> splits = new ArrayList<>();
        for (Path file : files()) {
            BasicFileAttributes attributes = attributes(file);
            boolean whole = FileCompression.of(nameOf(file)) != FileCompression.NONE;
            if (whole && attributes.size() == 0) {
                throw new SourceException(
                        file
                                + " has no bytes, though its name says that it is compressed: even no rows at all take some."
                                + " Replace it, or remove it if it stands for nothing.",
                        null);
            }
            long step = whole ? Long.MAX_VALUE : splitBytes;
            for (long start = 0; start < attributes.size(); start += Math.min(step, attributes.size() - start)) {
                long length = Math.min(step, attributes.size() - start);
                splits.add(Split.ofBytes(nameOf(file), identity(attributes), start, length));
            }
        }
        return splits;
    }

    /** Lists the files; of a directory, those whose names end in a suffix. */
    List<Path> files(String suffix) {
        List<Path> files = files();
        if (!attributes(path).isDirectory()) {
            return files;
        }
        List<Path> matching =
                files.stream().filter(file -> nameOf(file).endsWith(suffix)).toList();
        if (matching.isEmpty()) {
            throw new SourceException(
                    "The directory " + path + " holds no files whose names end in " + suffix + ". Check the path.",
                    null);
        }
        return matching;
    }

    /** A split of a file by rows. */
    Split ofRows(Path file, long start, long rows) {
        return Split.ofRows(nameOf(file), identity(attributes(file)), start, rows);
    }

    /** The file of a split, which must be the same as when it was cut. */
    Path fileOf(Split split) {
        Path file = Files.isDirectory(path) ? path.resolve(split.name()) : path;
        if (!identity(attributes(file)).equals(split.identity())) {
            throw new SourceException(
                    file
                            + " has changed while the pipeline was running. Run it again, when nothing writes to the file.",
                    null);
        }
        return file;
    }

    /** Opens the lines of a split. */
    SplitInput open(Split split) {
        Path file = fileOf(split);
        try {
            LineRange range = LineRange.open(file, split.start(), split.length());
            return new SplitInput(file, decompressed(file, range), range.position());
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
    }

    /** Opens a file of the path from its start. */
    SplitInput openWhole(Split split) {
        return open(Split.ofBytes(split.name(), split.identity(), 0, Long.MAX_VALUE));
    }

    private static InputStream decompressed(Path file, LineRange range) throws IOException {
        try {
            return FileCompression.of(nameOf(file)).decompress(range);
        } catch (IOException | RuntimeException e) {
            range.close();
            throw e;
        }
    }

    private List<Path> files() {
        if (!attributes(path).isDirectory()) {
            return List.of(path);
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(path)) {
            files = entries.filter(SourceFiles::holdsRows)
                    .sorted(Comparator.comparing(SourceFiles::nameOf))
                    .toList();
        } catch (IOException e) {
            throw Failures.reading(path, e);
        }
        if (files.isEmpty()) {
            throw new SourceException(
                    "The directory " + path + " holds no files to read. Check the path; files whose names begin with"
                            + " a dot or an underscore or end in .tmp, and directories within it, are not read.",
                    null);
        }
        return files;
    }

    private static boolean holdsRows(Path file) {
        String name = nameOf(file);
        boolean hidden = name.startsWith(".") || name.startsWith("_");
        boolean temporary = name.endsWith(".tmp") || name.endsWith("~");
        return !hidden && !temporary && !Files.isDirectory(file);
    }

    private static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
    }

    private static String identity(BasicFileAttributes attributes) {
        return attributes.size() + " bytes, modified " + attributes.lastModifiedTime();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
