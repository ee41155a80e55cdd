package dev.batchwright.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Layouts L0, L0b and L1: rows lie where they wait for the next step, and in the last batch that was put out. Each of these places
 * holds a tail of all rows, so that the longest has the others at its end.
 */
final class BufferedRows implements StoredRows {

    private final RunFolder run;
    private final List<ImportedStep> steps;
    private final boolean leavesShareAFile;
    private final Map<String, RowList> longest = new HashMap<>();
    private final Map<String, RowList> lastOutputs = new HashMap<>();

    /**
     * Knows no rows yet.
     *
     * @param leavesShareAFile whether the rows of all leaves lie in one file, as in L0
     */
    BufferedRows(RunFolder run, List<ImportedStep> steps, boolean leavesShareAFile) {
        this.run = run;
        this.steps = steps;
        this.leavesShareAFile = leavesShareAFile;
    }

    /** Adds rows that wait for a step that follows. */
    void addWaiting(String step, RowList rows) {
        longest.merge(step, rows, (one, other) -> one.size() < other.size() ? other : one);
    }

    /** Adds the last batch that a step has put out. */
    void addLastOutput(String step, RowList rows) {
        lastOutputs.put(step, rows);
        addWaiting(step, rows);
    }

    @Override
    public List<Piece> of(ImportedStep step, Problems problems) {
        if (!step.isLeaf()) {
            RowList rows = longest.get(step.name());
            return rows == null ? List.of() : List.of(rows.piece());
        }
        if (leavesShareAFile) {
            RowList rows = leaves() == 1 ? sharedRows(problems) : null;
            return rows == null ? List.of() : List.of(rows.piece());
        }
        return new LeafFiles(run).of(step.name(), lastOutputs.get(step.name()), problems);
    }

    @Override
    public void reportOthers(Problems problems) {
        RowList rows = leavesShareAFile && leaves() != 1 ? sharedRows(problems) : null;
        if (rows != null && rows.size() > 0) {
            problems.add(ImportProblem.unattributed(
                    rows.file().name(), rows.size(), "it holds rows of several steps without their names"));
        }
    }

    private long leaves() {
        return steps.stream().filter(ImportedStep::isLeaf).count();
    }

    private @Nullable RowList sharedRows(Problems problems) {
        Path file = run.data().resolve("data.jsonl");
        if (!Files.exists(file)) {
            // Nothing had been written when the run ended.
            return null;
        }
        try {
            RowList rows = Outline.lines(run.cache().file(file));
            if (!rows.areObjects()) {
                throw new Unusable(ImportProblem.unreadable(rows.file().name(), "it has a line that is no object"));
            }
            return rows;
        } catch (Unusable e) {
            problems.add(e.problem());
            return null;
        }
    }
}
