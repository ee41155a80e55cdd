package dev.batchwright.cache;

import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The folders of outputs in a cache: known by their place and the form of their names, so that nothing else that lies there is ever
 * touched. One that is to go is renamed first; from then on it is nobody's output, and whoever opens the cache next removes the rest.
 */
final class OutputFolders {

    private static final String REMOVED = ".removed-";
    private static final Pattern OUTPUT = Pattern.compile(Editions.FOLDER);
    private static final Pattern HALF_REMOVED = Pattern.compile(Editions.FOLDER + "\\.removed-[0-9a-f-]{36}");

    private final Path root;
    private final CacheFiles files;

    OutputFolders(Path root, CacheFiles files) {
        this.root = root;
        this.files = files;
    }

    /**
     * Where an output lies.
     *
     * @param step the step's name
     * @param name the name of its folder
     */
    record Place(String step, String name) {}

    /** They say in {@code step.json} what they are, or have lost it, or never had it, and hold nothing but parts and temporaries. */
    List<Place> outputs() throws IOException {
        return outputs(matching(OUTPUT));
    }

    /** Those of one step. */
    List<Place> outputs(String step) throws IOException {
        return outputs(matching(step, OUTPUT));
    }

    private List<Place> outputs(List<Place> places) throws IOException {
        List<Place> outputs = new ArrayList<>();
        for (Place place : places) {
            List<String> names = listIfFolder(folder(place));
            if (names.contains("step.json") || names.stream().allMatch(OutputFolders::isOurs)) {
                outputs.add(place);
            }
        }
        return outputs;
    }

    private static boolean isOurs(String name) {
        return name.contains(".tmp-") || PartName.parse(name) != null;
    }

    private List<Place> matching(Pattern form) throws IOException {
        List<Place> places = new ArrayList<>();
        for (String step : files.list(root)) {
            places.addAll(matching(step, form));
        }
        return places;
    }

    private List<Place> matching(String step, Pattern form) throws IOException {
        return listIfFolder(root.resolve(step)).stream()
                .filter(name -> form.matcher(name).matches())
                .map(name -> new Place(step, name))
                .toList();
    }

    List<String> listIfFolder(Path path) throws IOException {
        try {
            return files.list(path);
        } catch (NotDirectoryException e) {
            return List.of();
        }
    }

    /** What an output takes, with the rows that were put aside. */
    long bytes(Place output) throws IOException {
        return bytes(folder(output)) + bytes(quarantine(output));
    }

    private long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (String name : listIfFolder(folder)) {
            try (PartInput file = files.open(folder.resolve(name), name)) {
                bytes += file.length();
            } catch (NoSuchFileException e) {
                // a run goes on beside this look
            }
        }
        return bytes;
    }

    Path folder(Place output) {
        return root.resolve(output.step()).resolve(output.name());
    }

    private Path quarantine(Place output) {
        return root.resolve(QuarantineStore.FOLDER).resolve(output.step()).resolve(output.name());
    }

    /** The folders of rows that were put aside. */
    List<Place> quarantines() throws IOException {
        List<Place> places = new ArrayList<>();
        Path area = root.resolve(QuarantineStore.FOLDER);
        for (String step : listIfFolder(area)) {
            for (String name : listIfFolder(area.resolve(step))) {
                if (OUTPUT.matcher(name).matches()) {
                    places.add(new Place(step, name));
                }
            }
        }
        return places;
    }

    /** Removes rows that were put aside beside an output that is gone, and what attempts have left that ended early. */
    void tidyQuarantine(Place place) throws IOException {
        Path folder = quarantine(place);
        if (!listIfFolder(root.resolve(place.step())).contains(place.name())) {
            delete(folder);
        } else {
            removeTemporaries(folder);
        }
    }

    /** Removes what attempts have left that ended early. */
    void removeTemporaries(Path folder) throws IOException {
        for (String fileName : listIfFolder(folder)) {
            if (fileName.contains(".tmp-")) {
                files.delete(folder.resolve(fileName));
            }
        }
    }

    void remove(Place output) throws IOException {
        Path folder = folder(output);
        Path removed = folder.resolveSibling(output.name() + REMOVED + UUID.randomUUID());
        files.rename(folder, removed);
        files.forceFolder(root.resolve(output.step())); // else it could come back with half of its files
        delete(removed);
        Path badRows = quarantine(output);
        if (!listIfFolder(badRows).isEmpty()) {
            delete(badRows); // whoever opens the cache next removes the rest, as the output is gone
        }
    }

    /** Folders within are not of a run, and stay; so does then the one that holds them. */
    void delete(Path folder) throws IOException {
        for (String name : files.list(folder)) {
            try {
                files.delete(folder.resolve(name));
            } catch (DirectoryNotEmptyException e) {
                // and is told by the removal of the folder around it
            }
        }
        files.delete(folder);
    }

    /** Removals that were begun, by whichever run. */
    List<Path> halfRemoved() throws IOException {
        return matching(HALF_REMOVED).stream().map(this::folder).toList();
    }
}
