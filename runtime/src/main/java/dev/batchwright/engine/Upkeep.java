package dev.batchwright.engine;

import dev.batchwright.Retention;
import dev.batchwright.RunReport;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.OldOutputs;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run does for the cache as a whole: it notes which outputs it uses, and at its end removes those that have become old. */
final class Upkeep {

    private final OldOutputs outputs;
    private final Map<String, String> fingerprints;
    private final Retention retention;
    private final InstantSource calendar;
    private final long run;

    private Upkeep(OldOutputs outputs, Map<String, String> fingerprints, Retention retention, InstantSource calendar) {
        this.outputs = outputs;
        this.fingerprints = fingerprints;
        this.retention = retention;
        this.calendar = calendar;
        this.run = outputs.begin(fingerprints, calendar.instant());
    }

    /** Notes the use at once, so that the work of a run that fails does not count as old. */
    static Upkeep begin(
            CacheDirectory cache, Collection<StepRuntime> steps, Retention retention, InstantSource calendar) {
        Map<String, String> fingerprints = steps.stream()
                .collect(
                        Collectors.toMap(StepRuntime::name, step -> step.store().fingerprint()));
        return new Upkeep(cache.oldOutputs(), fingerprints, retention, calendar);
    }

    /** Called when all steps have been published. */
    RunReport end(RunReport report) {
        return report.withRemoved(outputs.end(run, fingerprints, retention, calendar.instant()));
    }
}
