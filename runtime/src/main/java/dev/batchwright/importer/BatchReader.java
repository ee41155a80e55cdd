package dev.batchwright.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads runs of layouts L1b and L2. */
final class BatchReader {

    private BatchReader() {}

    /** L1b, where batches stand in the files of the steps they wait for. */
    static ImportedRun ofStepFiles(RunOutline run) throws Unusable {
        NestedBatches batches = new NestedBatches();
        Map<String, BatchHead> lastOutputs = new HashMap<>();
        for (String step : run.names()) {
            Fields consumer = run.stepFile(step, false, "data/*/*/data/*");
            try {
                if (consumer != null) {
                    batches.addWaiting(step, consumer.object("data"));
                }
            } catch (Unusable e) {
                run.problems().add(e.problem());
            }
            batches.addBuilt(step, run.lastInput(step));
            Fields last = run.lastOutput(step);
            if (last != null) {
                lastOutputs.put(step, BatchHead.of(last, step));
            }
        }
        return new ImportedRun(run, DistilabelLayout.L1B, new BatchRows(run.folder(), batches, lastOutputs));
    }

    /** L2, where each batch has a file. */
    static ImportedRun ofBatchFiles(RunOutline run) throws Unusable {
        Map<String, Fields> consumers = new HashMap<>();
        for (String step : run.names()) {
            Fields consumer = run.stepFile(step, true);
            if (consumer != null) {
                consumers.put(step, consumer);
            }
        }
        return new ImportedRun(
                run,
                DistilabelLayout.L2,
                new BatchRows(run.folder(), new BatchFiles(run.folder(), consumers), Map.of()));
    }

    /** The batches of an L1b run, all of which have been read by now. */
    private static final class NestedBatches implements BatchRows.Consumers {

        private final Map<String, Map<String, List<BatchHead>>> waiting = new HashMap<>();
        private final Map<String, BatchHead> built = new HashMap<>();

        void addWaiting(String consumer, Fields data) throws Unusable {
            Map<String, List<BatchHead>> ofConsumer = new HashMap<>();
            for (String step : data.names()) {
                List<BatchHead> batches = new ArrayList<>();
                for (Fields batch : data.objects(step)) {
                    batches.add(BatchHead.of(batch, step));
                }
                ofConsumer.put(step, batches);
            }
            waiting.put(consumer, ofConsumer);
        }

        void addBuilt(String consumer, @Nullable Fields lastInput) throws Unusable {
            if (lastInput != null) {
                built.put(consumer, BatchHead.of(lastInput, consumer));
            }
        }

        @Override
        public BatchRows.Batches waiting(String consumer, String step, Problems problems) {
            Map<String, List<BatchHead>> ofConsumer = waiting.get(consumer);
            return ofConsumer == null
                    ? BatchRows.Batches.LOST
                    : new BatchRows.Batches(ofConsumer.getOrDefault(step, List.of()), -1);
        }

        @Override
        public BatchRows.Batches built(String consumer, Problems problems) {
            BatchHead batch = built.get(consumer);
            return batch == null ? BatchRows.Batches.NONE : new BatchRows.Batches(List.of(batch), -1);
        }
    }
}
