package dev.batchwright.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch, but for its rows.
 *
 * @param file the file it stands in
 * @param number its number among the batches that its step put out, or that were built for its step
 * @param size how many rows it had when it was put out; 0 if it was built for a step
 * @param lists where its rows are: one list if it was put out, or one for each step that feeds the step it was built for
 * @param sources for each of the steps whose rows it holds, in the order of the lists, the batches that they were taken from
 */
record BatchHead(
        CachedFile file, long number, long size, List<RowList> lists, Map<String, List<Fields.Source>> sources) {

    /**
     * Reads a batch.
     *
     * @param batch its fields
     * @param step the step that it has to belong to
     */
    static BatchHead of(Fields batch, String step) throws Unusable {
        String name = batch.text("step_name");
        if (!step.equals(name)) {
            throw batch.wrong("step_name", step);
        }
        return new BatchHead(
                batch.file(),
                batch.count("seq_no"),
                batch.count("size"),
                batch.rowLists("data"),
                batch.sources("created_from"));
    }

    /** The rows of a batch that was put out; null if they are not kept. */
    @Nullable
    RowList output() {
        return lists.isEmpty() ? null : lists.get(0);
    }

    /** The rows of a step in a batch that was built; null if it has none. */
    @Nullable
    RowList inputOf(String step) {
        int position = new ArrayList<>(sources.keySet()).indexOf(step);
        return position < 0 || position >= lists.size() ? null : lists.get(position);
    }
}
