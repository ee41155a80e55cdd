package dev.batchwright.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * The folder of a run. Of the paths that its files hold, only that end is believed which must lie below this folder.
 *
 * @param cache what was opened
 * @param path the folder
 */
record RunFolder(CacheFolder cache, Path path) {

    private static final String STEPS = "batch_manager_steps";

    String name() {
        return cache.nameOf(path);
    }

    /** Whether rows lie outside of the folder, where the runs of a pipeline share them. */
    boolean isExecution() {
        Path parent = path.getParent();
        return parent != null && parent.endsWith("executions");
    }

    /** What leads to the rows that the runs of a pipeline share. */
    Path stepsData() {
        return path.resolve("../../../steps_data").normalize();
    }

    Path data() {
        return path.resolve("data");
    }

    /** Reads a file of the run, see {@link Outline}. */
    Fields read(Path file, String... placesOfRows) throws Unusable {
        CachedFile found = cache.file(file);
        JsonNode root = Outline.read(found, placesOfRows);
        return Fields.of(found, root);
    }

    /**
     * Finds a file below the folder of the steps that another file names.
     *
     * @param in the file that names it
     * @param stored the path as it was on the machine that wrote it
     * @param folder the folder below that of the steps, as its end must have it, with a slash before each name
     * @param last the file's name, as its end must have it
     * @return where it is here
     */
    Path named(CachedFile in, String stored, String folder, String last) throws Unusable {
        String end = "/" + STEPS + folder + "/" + last;
        if (!CacheFolder.isPlainName(last) || !("/" + stored.replace('\\', '/')).endsWith(end)) {
            throw new Unusable(
                    ImportProblem.refused(in.name(), "it names the file '" + stored + "', which should end in " + end));
        }
        return path.resolve(STEPS + folder).resolve(last);
    }

    /** The last name of a stored path. */
    static String lastName(String stored) {
        String path = stored.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
