package dev.batchwright.importer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the file {@value #FILE} of a run says: the steps, and the newest batch of each; and what other files add to it. */
final class RunOutline {

    static final String FILE = "batch_manager.json";
    static final String STEP_FILE = "batch_manager_step.json";

    private final RunFolder folder;
    private final Fields manager;
    private final Problems problems = new Problems();
    private final Map<String, Set<String>> successors = new LinkedHashMap<>();

    private RunOutline(RunFolder folder, Fields manager) {
        this.folder = folder;
        this.manager = manager;
    }

    /**
     * Reads the file.
     *
     * @throws Unusable if it does not parse to its end, or is something else
     */
    static RunOutline read(RunFolder folder) throws Unusable {
        Path file = folder.path().resolve(FILE);
        Fields manager =
                folder.read(file, "steps/*/data/*", "last_batch_received/*/data/*", "last_batch_sent/*/data/*");
        RunOutline outline = new RunOutline(folder, manager);
        if (!manager.node().path("last_batch_received").isObject()) {
            throw manager.wrong("last_batch_received", "an object");
        }
        outline.addSteps(manager.object("last_batch_received").names());
        outline.addSteps(manager.object("steps").names());
        return outline;
    }

    private void addSteps(List<String> names) {
        for (String name : names) {
            if (CacheFolder.isPlainName(name)) {
                successors.putIfAbsent(name, new LinkedHashSet<>());
            } else {
                problems.add(ImportProblem.refused(
                        manager.file().name(), "it has a step '" + name + "', which cannot be the name of a file"));
            }
        }
    }

    RunFolder folder() {
        return folder;
    }

    Fields manager() {
        return manager;
    }

    Problems problems() {
        return problems;
    }

    Set<String> names() {
        return successors.keySet();
    }

    /** Notes that one step feeds another, if there are such steps. */
    void addConnection(String from, String to) {
        Set<String> known = successors.get(from);
        if (known != null && successors.containsKey(to)) {
            known.add(to);
        }
    }

    List<ImportedStep> steps() {
        return successors.entrySet().stream()
                .map(step -> new ImportedStep(step.getKey(), List.copyOf(step.getValue())))
                .toList();
    }

    /** The newest batch that a step has put out; null if there is none. */
    @Nullable
    Fields lastOutput(String step) throws Unusable {
        return manager.object("last_batch_received").objectOrNull(step);
    }

    /** The newest batch that a step was handed; null if there is none. */
    @Nullable
    Fields lastInput(String step) throws Unusable {
        return manager.object("last_batch_sent").objectOrNull(step);
    }

    /**
     * Reads the file of a step, or reports why it cannot be read.
     *
     * @param step the step
     * @param inFolder whether each step has a folder
     * @param placesOfRows see {@link Outline}
     */
    @Nullable
    Fields stepFile(String step, boolean inFolder, String... placesOfRows) throws Unusable {
        String stored = manager.object("steps").text(step);
        if (stored == null) {
            // A step that begins a pipeline has none in most layouts.
            return null;
        }
        try {
            Path file = inFolder
                    ? folder.named(manager.file(), stored, "/" + step, STEP_FILE)
                    : folder.named(manager.file(), stored, "", step + ".json");
            Fields read = folder.read(file, placesOfRows);
            read.object("data").names().forEach(from -> addConnection(from, step));
            return read;
        } catch (Unusable e) {
            problems.add(e.problem());
            addConnectionsOfBatches(step);
            return null;
        }
    }

    /** Where a step's file is lost, the batches that it took and made still say who feeds it. */
    private void addConnectionsOfBatches(String step) throws Unusable {
        Fields output = lastOutput(step);
        Fields input = lastInput(step);
        for (Fields batch : List.of(output == null ? manager : output, input == null ? manager : input)) {
            batch.object("created_from").names().forEach(from -> addConnection(from, step));
        }
    }
}
