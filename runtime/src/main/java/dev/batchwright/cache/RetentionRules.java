package dev.batchwright.cache;

import dev.batchwright.ByteSize;
import dev.batchwright.RemovedOutput;
import dev.batchwright.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides which outputs go. Looks at no file and no clock; the same outputs give the same answer in whatever order they come. */
final class RetentionRules {

    /** By the numbers of runs, since clocks may go backwards between them. */
    private static final Comparator<StoredOutput> LEAST_RECENTLY_USED = Comparator.comparingLong(StoredOutput::run)
            .thenComparing(StoredOutput::lastUse)
            .thenComparing(StoredOutput::step)
            .thenComparing(StoredOutput::folder);

    private final Retention retention;
    private final Instant now;
    private final Map<StoredOutput, String> reasons = new LinkedHashMap<>();

    private RetentionRules(Retention retention, Instant now) {
        this.retention = retention;
        this.now = now;
    }

    /** What goes, that which was not used for the longest time first. */
    static List<RemovedOutput> apply(Retention retention, List<StoredOutput> outputs, Instant now) {
        List<StoredOutput> old = outputs.stream()
                .filter(output -> !output.isCurrent())
                .sorted(LEAST_RECENTLY_USED)
                .toList();
        RetentionRules rules = new RetentionRules(retention, now);
        old.forEach(rules::byAge);
        rules.byNumber(old);
        rules.byBytes(old, outputs.stream().mapToLong(StoredOutput::bytes).sum());
        return old.stream()
                .filter(rules.reasons::containsKey)
                .map(output -> new RemovedOutput(
                        output.step(), output.folder(), output.bytes(), rules.reasons.getOrDefault(output, ""), ""))
                .toList();
    }

    private void byAge(StoredOutput output) {
        Duration age = Duration.between(output.lastUse(), now);
        retention
                .ttl()
                .filter(ttl -> age.compareTo(ttl) > 0)
                .ifPresent(ttl -> reasons.put(output, "not used for " + text(age) + ", and ttl is " + text(ttl)));
    }

    private void byNumber(List<StoredOutput> old) {
        if (retention.keep().isEmpty()) {
            return;
        }
        int keep = retention.keep().getAsInt();
        Map<String, Integer> kept = new HashMap<>();
        List<StoredOutput> lastUsedFirst = new ArrayList<>(old);
        lastUsedFirst.sort(LEAST_RECENTLY_USED.reversed());
        for (StoredOutput output : lastUsedFirst) {
            if (!reasons.containsKey(output) && kept.merge(output.step(), 1, Integer::sum) > keep) {
                reasons.put(output, "keep is " + keep + ", and as many were used later");
            }
        }
    }

    private void byBytes(List<StoredOutput> old, long allBytes) {
        if (retention.maxBytes().isEmpty()) {
            return;
        }
        long most = retention.maxBytes().getAsLong();
        long bytes = allBytes
                - reasons.keySet().stream().mapToLong(StoredOutput::bytes).sum();
        for (StoredOutput output : old) {
            if (bytes > most && !reasons.containsKey(output)) {
                reasons.put(
                        output,
                        "all outputs have " + ByteSize.format(bytes) + ", and maxBytes is " + ByteSize.format(most));
                bytes -= output.bytes();
            }
        }
    }

    private static String text(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " hours";
        }
        return time.toMinutes() >= 2 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
