package dev.batchwright.engine;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.Retention;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.OldOutputs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run does for the cache as a whole: it notes which outputs it uses, and at its end removes those that have become old. */
final class Upkeep {

    private final OldOutputs outputs;
    private final Retention retention;
    private final InstantSource calendar;
    private final List<AdoptedOutput> adopted = new ArrayList<>();
    private Map<String, String> fingerprints = Map.of();
    private long run;

    /**
     * Prepares it.
     *
     * @param adopted what became of the rows of version 0
     */
    Upkeep(CacheDirectory cache, Retention retention, InstantSource calendar, List<AdoptedOutput> adopted) {
        this.outputs = cache.oldOutputs();
        this.retention = retention;
        this.calendar = calendar;
        this.adopted.addAll(adopted);
    }

    /** Rows that were kept before records changed. */
    void adopted(List<AdoptedOutput> rows) {
        adopted.addAll(rows);
    }

    /** Notes the use at once, so that the work of a run that fails does not count as old. */
    void begin(Collection<StepRuntime> steps) {
        fingerprints = steps.stream()
                .collect(
                        Collectors.toMap(StepRuntime::name, step -> step.store().output()));
        run = outputs.begin(fingerprints, calendar.instant());
    }

    /** Called when all steps have been published. */
    RunReport end(RunReport report) {
        return report.withUpkeep(outputs.end(run, fingerprints, retention, calendar.instant()), adopted);
    }
}
