package dev.batchwright.importer;

import java.util.HashMap;
import java.util.Map;

/** Reads runs of layout L3. */
final class StepsDataReader {

    private StepsDataReader() {}

    static ImportedRun read(RunOutline run) throws Unusable {
        Map<String, String> signatures = new HashMap<>();
        Map<String, Long> lastNumbers = new HashMap<>();
        for (String step : run.names()) {
            Fields file = run.stepFile(step, true);
            if (file != null) {
                addSignature(run, step, file, signatures);
            } else if (!run.manager().object("steps").has(step)) {
                run.problems()
                        .add(ImportProblem.unreadable(
                                run.manager().file().name(), "it does not name the file of the step " + step));
            }
            Fields last = run.lastOutput(step);
            if (last != null) {
                lastNumbers.put(step, last.count("seq_no"));
            }
        }
        return new ImportedRun(run, DistilabelLayout.L3, new StepsData(run.folder(), signatures, lastNumbers));
    }

    private static void addSignature(RunOutline run, String step, Fields file, Map<String, String> signatures) {
        try {
            String signature = file.text("step_signature");
            if (signature == null || !CacheFolder.isPlainName(step + "_" + signature)) {
                throw file.wrong("step_signature", "a signature");
            }
            signatures.put(step, signature);
        } catch (Unusable e) {
            run.problems().add(e.problem());
        }
    }
}
