package dev.batchwright.importer;

import dev.batchwright.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the caches that distilabel, a Python library for pipelines over data, leaves on disk. They are read only, and nothing in
 * them is trusted.
 *
 * <pre>{@code
 * Importer cache = Importer.open(Path.of(".cache/distilabel/pipelines"));
 * try (ImportedRows<Scored> rows = cache.run().rows("score", ScoredShardSerializer.INSTANCE)) {
 *     for (Scored row = rows.next(); row != null; row = rows.next()) { ... }
 * }
 * cache.problems().forEach(System.err::println);
 * }</pre>
 *
 * <p>May be used by several threads at once. Holds no file open.
 */
public final class Importer {

    private final Path folder;
    private final List<ImportedRun> runs = new ArrayList<>();
    private final List<ImportProblem> unreadable = new ArrayList<>();

    private Importer(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds the runs in a folder and below it.
     *
     * @param cacheFolder the folder of all caches, or of one pipeline. Nothing outside of it is read, so that from version 1.4 on, where
     *     the runs of a pipeline share their rows, the folder of a single run is too little
     * @return what was found
     * @throws SourceException if the folder cannot be read, holds no run, or leaves the rows of a run outside
     */
    public static Importer open(Path cacheFolder) {
        Importer importer = new Importer(cacheFolder);
        importer.find().forEach(importer::read);
        return importer;
    }

    /**
     * Reads one run, and nothing of others.
     *
     * @param name what its name is or ends in; empty for the only one
     */
    static ImportedRun openRun(Path cacheFolder, String name) {
        Importer importer = new Importer(cacheFolder);
        List<RunFolder> folders = importer.find();
        List<RunFolder> matching = folders.stream()
                .filter(run -> name.isEmpty() || isNamed(run.name(), name))
                .toList();
        if (matching.size() == 1) {
            importer.read(matching.get(0));
            return importer.run();
        }
        List<String> names = folders.stream().map(RunFolder::name).toList();
        throw importer.ambiguous(name, matching.isEmpty(), names);
    }

    private List<RunFolder> find() {
        try {
            return find(new CacheFolder(folder));
        } catch (IOException e) {
            throw new SourceException(
                    "The folder " + folder + " cannot be read: " + e
                            + ". Check the path, and that this process may read" + " what lies there.",
                    e);
        }
    }

    private List<RunFolder> find(CacheFolder cache) throws IOException {
        List<RunFolder> folders = RunFinder.find(cache);
        if (folders.isEmpty()) {
            throw new SourceException(
                    "The folder " + folder + " holds no run of distilabel: nowhere in it is a file " + RunOutline.FILE
                            + ". Name the folder ~/.cache/distilabel/pipelines, or what was moved from there.",
                    null);
        }
        for (RunFolder run : folders) {
            if (run.isExecution() && !run.stepsData().startsWith(cache.root())) {
                throw new SourceException(
                        "The rows of the run in " + folder + " lie outside of it, in " + run.stepsData()
                                + ". Open the folder " + run.stepsData().getParent() + " or one above.",
                        null);
            }
        }
        return folders;
    }

    private void read(RunFolder run) {
        try {
            runs.add(RunReader.read(run));
        } catch (Unusable e) {
            unreadable.add(e.problem());
        }
    }

    /**
     * The runs that were found.
     *
     * @return the runs, in the order of their names; without those that cannot be read, which are {@link #problems}
     */
    public List<ImportedRun> runs() {
        return List.copyOf(runs);
    }

    /**
     * The only run.
     *
     * @return the run
     * @throws SourceException if there are several, or none that can be read
     */
    public ImportedRun run() {
        if (runs.size() == 1) {
            return runs.get(0);
        }
        if (runs.isEmpty()) {
            throw new SourceException(
                    "The folder " + folder + " holds no run that can be read. "
                            + unreadable.get(0).path() + ": "
                            + unreadable.get(0).reason() + ".",
                    null);
        }
        throw ambiguous("", false, names());
    }

    /**
     * A run by its name.
     *
     * @param name what its {@link ImportedRun#name} is or ends in
     * @return the run
     * @throws SourceException if there is none of this name, or more than one
     */
    public ImportedRun run(String name) {
        List<ImportedRun> matching =
                runs.stream().filter(run -> isNamed(run.name(), name)).toList();
        if (matching.size() != 1) {
            throw ambiguous(name, matching.isEmpty(), names());
        }
        return matching.get(0);
    }

    private static boolean isNamed(String run, String name) {
        return run.equals(name) || run.endsWith("/" + name);
    }

    private SourceException ambiguous(String name, boolean isNone, List<String> all) {
        String which = name.isEmpty() ? "" : " '" + name + "'";
        return new SourceException(
                "The folder " + folder + " holds " + (isNone ? "no run" : "more than one run") + which
                        + ". Name one of " + all + ".",
                null);
    }

    private List<String> names() {
        return runs.stream().map(ImportedRun::name).toList();
    }

    /**
     * What could not be imported. Looks at the files of all steps of all runs.
     *
     * @return the problems, none if all is well
     */
    public List<ImportProblem> problems() {
        List<ImportProblem> all = new ArrayList<>(unreadable);
        runs.forEach(run -> all.addAll(run.problems()));
        return all.stream().distinct().toList();
    }
}
