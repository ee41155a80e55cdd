package dev.batchwright.importer;

import dev.batchwright.SourceException;
import dev.batchwright.shard.ShardSerializer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a pipeline, as its cache holds it. May be used by several threads at once.
 *
 * <p>The rows of a step are those that it put out and that the cache still holds, each once, in the order in which they were put out.
 * Up to version 1.3 that is only a part of them: distilabel deletes what the following steps have consumed. A file that does not
 * parse to its end gives no rows, not even its first, and is among the {@link #problems}; for that, each file is read once before
 * its rows are given out.
 */
public final class ImportedRun {

    private final RunFolder folder;
    private final String name;
    private final DistilabelLayout layout;
    private final List<ImportedStep> steps;
    private final StoredRows rows;
    private final Problems problems;
    private final Map<ImportedStep, List<Piece>> pieces = new HashMap<>();
    private boolean complete;

    ImportedRun(RunOutline run, DistilabelLayout layout, StoredRows rows) {
        this.folder = run.folder();
        this.name = folder.name();
        this.layout = layout;
        this.steps = run.steps();
        this.rows = rows;
        this.problems = run.problems();
    }

    /**
     * Where the run lies.
     *
     * @return its folder, relative to the folder that was opened, with slashes; empty if it is that folder
     */
    public String name() {
        return name;
    }

    /**
     * How its cache is laid out.
     *
     * @return the layout
     */
    public DistilabelLayout layout() {
        return layout;
    }

    /**
     * The steps of the pipeline.
     *
     * @return the steps, in the order in which the cache names them
     */
    public List<ImportedStep> steps() {
        return steps;
    }

    /**
     * What could not be imported. Looks at the files of all steps.
     *
     * @return the problems, none if all is well
     */
    public synchronized List<ImportProblem> problems() {
        if (!complete) {
            steps.forEach(this::pieces);
            rows.reportOthers(problems);
            complete = true;
        }
        return problems.found();
    }

    /**
     * The rows of a step as objects of a record.
     *
     * @param step the name of the step
     * @param serializer the generated serializer of the record, whose columns are looked for by their names. What the record does not
     *     have is left out; what it has and a row lacks must be nullable or an optional
     * @param <O> the record
     * @return the rows, to be closed
     * @throws SourceException if there is no such step
     */
    public <O> ImportedRows<O> rows(String step, ShardSerializer<O> serializer) {
        return ImportedRows.typed(pieces(step), serializer);
    }

    /**
     * The rows of a step as they are.
     *
     * @param step the name of the step
     * @return each row as an object in one line of ASCII, with numbers as they were written; {@code NaN} and {@code Infinity} are text.
     *     To be closed
     * @throws SourceException if there is no such step
     */
    public ImportedRows<String> json(String step) {
        return ImportedRows.json(pieces(step));
    }

    /**
     * How many rows of a step the cache holds.
     *
     * @param step the name of the step
     * @return the number of rows
     * @throws SourceException if there is no such step
     */
    public long size(String step) {
        return pieces(step).stream().mapToLong(Piece::rows).sum();
    }

    List<Piece> pieces(String step) {
        return pieces(stepNamed(step));
    }

    ImportedStep stepNamed(String step) {
        for (ImportedStep known : steps) {
            if (known.name().equals(step)) {
                return known;
            }
        }
        throw new SourceException(
                "The run '" + name + "' has no step '" + step + "'. It has "
                        + steps.stream().map(ImportedStep::name).toList() + ".",
                null);
    }

    /** The problems that have been found so far. */
    synchronized List<ImportProblem> knownProblems() {
        return problems.found();
    }

    RunFolder folder() {
        return folder;
    }

    /** The files with the batches of a step, unread, where each batch has one. */
    List<CachedFile> batchFiles(String step, Problems missing) {
        if (rows instanceof StepsData data) {
            return data.files(step, missing);
        }
        throw new IllegalStateException("Layout " + layout + " has no folder for each step");
    }

    private synchronized List<Piece> pieces(ImportedStep step) {
        return pieces.computeIfAbsent(step, missing -> rows.of(missing, problems));
    }
}
