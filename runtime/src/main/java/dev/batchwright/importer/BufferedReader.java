package dev.batchwright.importer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads runs of layouts L0, L0b and L1, and hands those that turn out to be L1b to the reader of batches. */
final class BufferedReader {

    private BufferedReader() {}

    /** L0 and L0b, where the steps stand in the first file. */
    static ImportedRun ofOneFile(RunOutline run, DistilabelLayout layout) throws Unusable {
        Map<String, Fields> consumers = new LinkedHashMap<>();
        Fields steps = run.manager().object("steps");
        for (String step : run.names()) {
            Fields consumer = steps.objectOrNull(step);
            if (consumer != null) {
                consumers.put(step, consumer);
                consumer.object("data").names().forEach(from -> run.addConnection(from, step));
            }
        }
        return read(run, layout, consumers);
    }

    /** L1, where each step has a file. */
    static ImportedRun ofStepFiles(RunOutline run, DistilabelLayout layout) throws Unusable {
        Map<String, Fields> consumers = new LinkedHashMap<>();
        for (String step : run.names()) {
            Fields consumer = run.stepFile(step, false, "data/*");
            if (consumer != null && consumer.has("convergence_step")) {
                return BatchReader.ofStepFiles(run);
            }
            if (consumer != null) {
                consumers.put(step, consumer);
            }
        }
        return run.manager().has("last_batch_sent") ? BatchReader.ofStepFiles(run) : read(run, layout, consumers);
    }

    private static ImportedRun read(RunOutline run, DistilabelLayout layout, Map<String, Fields> consumers)
            throws Unusable {
        BufferedRows rows = new BufferedRows(run.folder(), run.steps(), layout == DistilabelLayout.L0);
        for (Fields consumer : consumers.values()) {
            addWaiting(run, consumer, rows);
        }
        if (layout != DistilabelLayout.L0) {
            for (String step : run.names()) {
                Fields last = run.lastOutput(step);
                if (last != null) {
                    last.rowLists("data").stream().findFirst().ifPresent(list -> rows.addLastOutput(step, list));
                }
            }
        }
        return new ImportedRun(run, layout, rows);
    }

    private static void addWaiting(RunOutline run, Fields consumer, BufferedRows rows) throws Unusable {
        Fields data = consumer.object("data");
        for (String step : data.names()) {
            try {
                rows.addWaiting(step, data.rows(step));
            } catch (Unusable e) {
                if (consumer.file().equals(run.manager().file())) {
                    throw e;
                }
                run.problems().add(e.problem());
            }
        }
    }
}
