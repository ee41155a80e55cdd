package dev.batchwright.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The batches of an L2 run: files that the files of the steps list. A file that none lists is a leftover. */
final class BatchFiles implements BatchRows.Consumers {

    private final RunFolder run;
    private final Map<String, Fields> consumers;

    BatchFiles(RunFolder run, Map<String, Fields> consumers) {
        this.run = run;
        this.consumers = consumers;
    }

    @Override
    public List<BatchHead> waiting(String consumer, String step, Problems problems) {
        Fields listed = consumers.get(consumer);
        if (listed == null) {
            return List.of();
        }
        try {
            List<String> paths = listed.object("data").texts(step);
            return read(listed, paths, "/" + consumer + "/" + step, step, problems);
        } catch (Unusable e) {
            problems.add(e.problem());
            return List.of();
        }
    }

    @Override
    public List<BatchHead> built(String consumer, Problems problems) {
        Fields listed = consumers.get(consumer);
        if (listed == null) {
            return List.of();
        }
        try {
            List<String> paths = listed.texts("built_batches");
            return read(listed, paths, "/" + consumer + "/built_batches", consumer, problems);
        } catch (Unusable e) {
            problems.add(e.problem());
            return List.of();
        }
    }

    private List<BatchHead> read(Fields listed, List<String> paths, String folder, String step, Problems problems) {
        List<BatchHead> batches = new ArrayList<>();
        for (String stored : paths) {
            try {
                Path file = run.named(listed.file(), stored, folder, RunFolder.lastName(stored));
                batches.add(BatchHead.of(run.read(file, "data/*"), step));
            } catch (Unusable e) {
                problems.add(e.problem());
            }
        }
        return batches;
    }
}
