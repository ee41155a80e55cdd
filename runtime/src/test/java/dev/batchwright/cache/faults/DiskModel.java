package dev.batchwright.cache.faults;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is on a disk, what only the system has in memory, and so what may be left when the power goes. Names and bytes live apart, as
 * POSIX has it: a file that was forced may have lost its name, a name that was forced may stand for a file whose bytes are lost. Names
 * of one folder that were changed since it was last forced survive or do not, each for itself; a rename does so as a whole.
 */
final class DiskModel {

    /** The bytes of a file, which only ever grow. */
    static final class Bytes {

        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        int forced;

        /** What may be left of them. */
        byte[] surviving(Random random) {
            byte[] bytes = written.toByteArray();
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, forced + random.nextInt(bytes.length - forced + 1));
                case 1 -> Arrays.fill(bytes, forced, bytes.length, (byte) 0);
                case 2 -> {
                    for (int i = forced; i < bytes.length; i += 1 + random.nextInt(64)) {
                        bytes[i] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                default -> {
                    // the system has written all of them in time
                }
            }
            return bytes;
        }
    }

    /** The names of a folder: those on the disk, and what has changed since, in order. */
    private static final class Names {

        private Map<String, Object> onDisk = new TreeMap<>();
        private Map<String, Object> now = new TreeMap<>();
        private final List<Consumer<Map<String, Object>>> changes = new ArrayList<>();

        void change(Consumer<Map<String, Object>> change) {
            change.accept(now);
            changes.add(change);
        }

        void force() {
            onDisk = new TreeMap<>(now);
            changes.clear();
        }

        Map<String, Object> surviving(BooleanSupplier survives) {
            Map<String, Object> names = new TreeMap<>(onDisk);
            changes.stream().filter(change -> survives.getAsBoolean()).forEach(change -> change.accept(names));
            return names;
        }
    }

    private final Map<Path, Names> folders = new TreeMap<>();

    private Names folder(Path folder) {
        return folders.computeIfAbsent(folder, path -> new Names());
    }

    private Names above(Path file) {
        return folder(folderOf(file));
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a folder above");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    void createFolder(Path folder) {
        if (above(folder).now.get(name(folder)) == null) {
            above(folder).change(names -> names.put(name(folder), folder));
        }
    }

    Bytes create(Path file) {
        Bytes bytes = new Bytes();
        above(file).change(names -> names.put(name(file), bytes));
        return bytes;
    }

    void rename(Path from, Path to) {
        Object bytes = at(from);
        above(from).change(names -> {
            names.remove(name(from));
            names.put(name(to), bytes);
        });
    }

    void link(Path from, Path to) {
        Object bytes = at(from);
        above(to).change(names -> names.put(name(to), bytes));
    }

    void delete(Path file) {
        if (above(file).now.get(name(file)) != null) {
            above(file).change(names -> names.remove(name(file)));
        }
    }

    void force(Path file) {
        if (at(file) instanceof Bytes bytes) {
            bytes.forced = bytes.written.size();
        }
    }

    void forceFolder(Path folder) {
        folder(folder).force();
    }

    /** Takes everything as being on the disk. */
    void forceAll() {
        folders.values().forEach(names -> {
            names.force();
            names.now.values().forEach(named -> {
                if (named instanceof Bytes bytes) {
                    bytes.forced = bytes.written.size();
                }
            });
        });
    }

    private Object at(Path file) {
        @Nullable Object named = above(file).now.get(name(file));
        if (named == null) {
            throw new IllegalStateException("There is no " + file);
        }
        return named;
    }

    /** What may be found below a folder when the power is back: bytes by path, null for a folder. */
    Map<Path, byte @Nullable []> surviving(Path root, Survival survival, Random random) {
        Map<Path, byte @Nullable []> found = new TreeMap<>();
        collect(folderOf(root), name(root), survival, random, found);
        return found;
    }

    private void collect(
            Path folder, @Nullable String only, Survival survival, Random random, Map<Path, byte @Nullable []> found) {
        Map<String, Object> names = folder(folder).surviving(() -> survival.ofName(random));
        names.forEach((name, named) -> {
            Path path = folder.resolve(name);
            if (only != null && !only.equals(name)) {
                return;
            }
            if (named instanceof Bytes bytes) {
                found.put(path, bytes.surviving(random));
            } else {
                found.put(path, null);
                collect(path, null, survival, random, found);
            }
        });
    }
}
