package dev.batchwright.importer;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells the layouts apart, and reads a run in its own. */
final class RunReader {

    private RunReader() {}

    /**
     * Reads a run.
     *
     * @throws Unusable if the file that names its steps cannot be read
     */
    static ImportedRun read(RunFolder folder) throws Unusable {
        RunOutline run = RunOutline.read(folder);
        DistilabelLayout layout = layoutOf(run);
        return switch (layout) {
            case L0, L0B -> BufferedReader.ofOneFile(run, layout);
            case L1, L1B -> BufferedReader.ofStepFiles(run, layout);
            case L2 -> BatchReader.ofBatchFiles(run);
            case L3 -> StepsDataReader.read(run);
        };
    }

    private static DistilabelLayout layoutOf(RunOutline run) throws Unusable {
        if (run.folder().isExecution()) {
            return DistilabelLayout.L3;
        }
        JsonNode outputs = run.manager().object("last_batch_received").node();
        for (JsonNode step : run.manager().object("steps").node()) {
            if (!step.isTextual()) {
                return isOldest(run, outputs) ? DistilabelLayout.L0 : DistilabelLayout.L0B;
            }
            if (RunFolder.lastName(step.textValue()).equals(RunOutline.STEP_FILE)) {
                return DistilabelLayout.L2;
            }
        }
        if (isOldest(run, outputs)) {
            return DistilabelLayout.L0;
        }
        return holdsRows(outputs) || !run.manager().has("last_batch_sent") ? DistilabelLayout.L1 : DistilabelLayout.L2;
    }

    private static boolean isOldest(RunOutline run, JsonNode outputs) {
        boolean isOldest = run.manager().has("step_seq_no");
        for (JsonNode output : outputs) {
            isOldest |= output.isBoolean();
        }
        return isOldest;
    }

    private static boolean holdsRows(JsonNode outputs) {
        for (JsonNode output : outputs) {
            if (output.has("data")) {
                return true;
            }
        }
        return false;
    }
}
