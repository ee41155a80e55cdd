package dev.batchwright.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder that was opened, beyond which nothing is read, wherever links may lead. */
final class CacheFolder {

    private final Path root;

    CacheFolder(Path folder) throws IOException {
        root = folder.toRealPath();
    }

    Path root() {
        return root;
    }

    /** How problems and messages call a file. */
    String nameOf(Path path) {
        Path relative = root.relativize(path);
        List<String> names = new ArrayList<>();
        relative.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /**
     * Looks at a file.
     *
     * @throws Unusable if it is missing, no file, or lies outside
     */
    CachedFile file(Path path) throws Unusable {
        String name = nameOf(path);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!path.toRealPath().startsWith(root)) {
                throw new Unusable(ImportProblem.refused(name, "it is a link that leads out of the cache"));
            }
            if (!attributes.isRegularFile()) {
                throw new Unusable(ImportProblem.unreadable(name, "it is not a file"));
            }
            return new CachedFile(path, name, attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException e) {
            throw new Unusable(
                    Files.isSymbolicLink(path)
                            ? ImportProblem.unreadable(name, "it is a link to what is not there")
                            : ImportProblem.missing(name, "the cache names it, and it is not there"));
        } catch (IOException e) {
            throw new Unusable(ImportProblem.unreadable(name, "it cannot be read: " + e));
        }
    }

    /**
     * Lists the names in a folder, in order.
     *
     * @return the names, none if there is no such folder
     * @throws Unusable if it cannot be read, or lies outside
     */
    List<String> names(Path folder) throws Unusable {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String name = nameOf(folder);
        try {
            if (!folder.toRealPath().startsWith(root)) {
                throw new Unusable(ImportProblem.refused(name, "it is a link that leads out of the cache"));
            }
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.map(entry -> String.valueOf(entry.getFileName()))
                        .sorted()
                        .toList();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Unusable(ImportProblem.unreadable(name, "it cannot be listed: " + e));
        }
    }

    /** Lists the folders in a folder, in order, without following links. */
    List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether something that stands in a file may be the name of a file or a folder, without leading anywhere else. */
    static boolean isPlainName(String name) {
        if (name.isEmpty() || name.length() > 255 || name.equals(".") || name.equals("..")) {
            return false;
        }
        if (name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            return false;
        }
        try {
            return Path.of(name).getNameCount() == 1 && !Path.of(name).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
