package dev.batchwright.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The batches of an L2 run: files that the files of the steps list. A file that none lists is a leftover. */
final class BatchFiles implements BatchRows.Consumers {

    private static final Pattern NAME = Pattern.compile("batch_(\\d{1,18})_[^/]*\\.json");

    private final RunFolder run;
    private final Map<String, Fields> consumers;

    BatchFiles(RunFolder run, Map<String, Fields> consumers) {
        this.run = run;
        this.consumers = consumers;
    }

    @Override
    public BatchRows.Batches waiting(String consumer, String step, Problems problems) {
        return read(consumer, step, step, listed -> listed.object("data").texts(step), problems);
    }

    @Override
    public BatchRows.Batches built(String consumer, Problems problems) {
        return read(consumer, "built_batches", consumer, listed -> listed.texts("built_batches"), problems);
    }

    /** Where the paths of batches stand in the file of a step. */
    private interface Paths {

        List<String> in(Fields listed) throws Unusable;
    }

    private BatchRows.Batches read(String consumer, String folder, String step, Paths paths, Problems problems) {
        Fields listed = consumers.get(consumer);
        if (listed == null) {
            return BatchRows.Batches.LOST;
        }
        try {
            return read(listed, paths.in(listed), "/" + consumer + "/" + folder, step, problems);
        } catch (Unusable e) {
            problems.add(e.problem());
            return BatchRows.Batches.LOST;
        }
    }

    private BatchRows.Batches read(Fields listed, List<String> paths, String folder, String step, Problems problems) {
        List<BatchHead> batches = new ArrayList<>();
        long highestLost = -1;
        for (String stored : paths) {
            String name = RunFolder.lastName(stored);
            try {
                Path file = run.named(listed.file(), stored, folder, name);
                batches.add(BatchHead.of(run.read(file, "data/*"), step));
            } catch (Unusable e) {
                problems.add(e.problem());
                highestLost = Math.max(highestLost, numberIn(name));
            }
        }
        return new BatchRows.Batches(batches, highestLost);
    }

    /** The number of a batch in the name of its file; where that has another form, it may be any. */
    private static long numberIn(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
    }
}
