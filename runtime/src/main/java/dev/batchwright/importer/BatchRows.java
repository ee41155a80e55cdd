package dev.batchwright.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Layouts L1b and L2: rows lie in batches, those that wait for the next step and those that were built for it and are not processed.
 * Batches say which rows they were made of, so that each row has a place in the order even where steps were sent different batches.
 */
final class BatchRows implements StoredRows {

    private final RunFolder run;
    private final Consumers consumers;
    private final Map<String, BatchHead> lastOutputs;

    /** Gives the batches that stand before a step. */
    interface Consumers {

        /** The batches of one step that wait for another. */
        Batches waiting(String consumer, String step, Problems problems);

        /** The batches that were built for a step. */
        Batches built(String consumer, Problems problems);
    }

    /**
     * Batches that could be read, and what could not.
     *
     * @param read those that could be read
     * @param highestLost the highest number among those that could not; -1 if there are none
     */
    record Batches(List<BatchHead> read, long highestLost) {

        static final Batches NONE = new Batches(List.of(), -1);
        static final Batches LOST = new Batches(List.of(), Long.MAX_VALUE);
    }

    /**
     * Makes it of what was read.
     *
     * @param lastOutputs the last batch of each step where its rows are kept
     */
    BatchRows(RunFolder run, Consumers consumers, Map<String, BatchHead> lastOutputs) {
        this.run = run;
        this.consumers = consumers;
        this.lastOutputs = lastOutputs;
    }

    @Override
    public List<Piece> of(ImportedStep step, Problems problems) {
        BatchHead last = lastOutputs.get(step.name());
        if (step.isLeaf()) {
            return new LeafFiles(run).of(step.name(), last == null ? null : last.output(), problems);
        }
        RowMap rows = new RowMap();
        List<Runnable> built = new ArrayList<>();
        for (String consumer : step.successors()) {
            Batches waiting = consumers.waiting(consumer, step.name(), problems);
            Map<Long, Long> begins = new HashMap<>();
            for (BatchHead batch : waiting.read()) {
                addTail(batch, rows, begins, problems);
            }
            built.add(() -> addBuilt(step.name(), consumer, waiting, begins, rows, problems));
        }
        if (last != null) {
            addTail(last, rows, new HashMap<>(), problems);
        }
        built.forEach(Runnable::run);
        return rows.pieces();
    }

    /** Adds what is left of a batch: its last rows. */
    private static void addTail(BatchHead batch, RowMap rows, Map<Long, Long> begins, Problems problems) {
        RowList left = batch.output();
        if (left == null || left.size() == 0) {
            return;
        }
        if (left.size() > batch.size()) {
            problems.add(ImportProblem.unreadable(
                    batch.file().name(), "it holds a batch with more rows than the size that it says"));
            return;
        }
        long place = batch.size() - left.size();
        rows.add(batch.number(), place, left, 0, left.size());
        begins.merge(batch.number(), place, Math::min);
    }

    /**
     * Places the rows of built batches: counted backwards, each source ends where the next piece of it begins. Where that piece is
     * lost, nothing before it can be placed.
     */
    private void addBuilt(
            String step, String consumer, Batches waiting, Map<Long, Long> begins, RowMap rows, Problems problems) {
        Batches built = consumers.built(consumer, problems);
        long highestLost = waiting.highestLost() < 0 ? built.highestLost() : Long.MAX_VALUE;
        List<BatchHead> newestFirst = built.read().stream()
                .sorted(Comparator.comparingLong(BatchHead::number).reversed())
                .toList();
        for (BatchHead batch : newestFirst) {
            RowList list = batch.inputOf(step);
            if (list == null || list.size() == 0) {
                continue;
            }
            long left = batch.number() <= highestLost
                    ? list.size()
                    : place(list, batch.sources().getOrDefault(step, List.of()), rows, begins);
            if (left > 0) {
                problems.add(ImportProblem.unattributed(
                        batch.file().name(), left, "what would tell the places of these rows is not known"));
            }
        }
    }

    private static long place(RowList list, List<Fields.Source> sources, RowMap rows, Map<Long, Long> begins) {
        long left = list.size();
        for (int i = sources.size() - 1; i >= 0 && left > 0; i--) {
            Fields.Source source = sources.get(i);
            long end = Math.min(source.size(), begins.getOrDefault(source.number(), source.size()));
            long taken = Math.min(left, end);
            rows.add(source.number(), end - taken, list, left - taken, taken);
            begins.put(source.number(), end - taken);
            left -= taken;
        }
        return left;
    }
}
