package dev.batchwright.importer;

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

        /** The batches of one step that wait for another, in the order in which they came. */
        List<BatchHead> waiting(String consumer, String step, Problems problems);

        /** The batches that were built for a step. */
        List<BatchHead> built(String consumer, Problems problems);
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
        Map<String, Map<Long, Long>> begins = new HashMap<>();
        for (String consumer : step.successors()) {
            Map<Long, Long> ofConsumer = new HashMap<>();
            for (BatchHead batch : consumers.waiting(consumer, step.name(), problems)) {
                addTail(batch, rows, ofConsumer, problems);
            }
            begins.put(consumer, ofConsumer);
        }
        if (last != null) {
            addTail(last, rows, new HashMap<>(), problems);
        }
        begins.forEach((consumer, ofConsumer) ->
                addBuilt(step.name(), consumers.built(consumer, problems), rows, ofConsumer, problems));
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

    /** Places the rows of built batches: counted backwards, each source ends where the next piece of it begins. */
    private static void addBuilt(
            String step, List<BatchHead> built, RowMap rows, Map<Long, Long> begins, Problems problems) {
        List<BatchHead> newestFirst = built.stream()
                .sorted(Comparator.comparingLong(BatchHead::number).reversed())
                .toList();
        for (BatchHead batch : newestFirst) {
            RowList list = batch.inputOf(step);
            if (list != null) {
                long left = place(list, batch.sources().getOrDefault(step, List.of()), rows, begins);
                if (left > 0) {
                    problems.add(ImportProblem.unattributed(
                            batch.file().name(), left, "it does not say which batches these rows were taken from"));
                }
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
