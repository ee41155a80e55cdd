package dev.batchwright.engine;

import dev.batchwright.cache.StepInfo;
import dev.batchwright.generated.StepKind;
import dev.batchwright.schema.MalformedSchemaException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has changed of a step since rows of it were kept, where it is asked whether it may be no more than its records: that they have
 * got columns or wider numbers. A step that makes or reads such a record has other code by that alone, and nobody can tell what else of
 * its code is different; so that much has to be taken on trust.
 *
 * @param changes what has changed, in words
 * @param obstacles why the rows are not those of a changed record; empty if they may be
 */
record RecordChange(List<String> changes, List<String> obstacles) {

    private static final String OTHER_CODE = "its code has changed, and is taken to do the same";

    RecordChange {
        changes = List.copyOf(changes);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Compares what was kept with what a step makes now.
     *
     * @param kept for each step before this one, the fingerprints whose rows are those that it has now
     */
    static RecordChange between(StepInfo earlier, Fingerprint now, StepKind kind, Map<String, Set<String>> kept) {
        Comparison comparison = new Comparison(earlier.covers(), now.covers(), kept);
        comparison.run(kind);
        return new RecordChange(comparison.changes, comparison.obstacles);
    }

    /** Whether it is taken on trust that the step does the same as before. */
    boolean isOnTrust() {
        return changes.contains(OTHER_CODE);
    }

    boolean isReadable() {
        return obstacles.isEmpty();
    }

    private static final class Comparison {

        private final Map<String, String> before;
        private final Map<String, String> now;
        private final Map<String, Set<String>> kept;
        private final Set<String> changedColumns = new TreeSet<>();
        private final List<String> changes = new ArrayList<>();
        private final List<String> obstacles = new ArrayList<>();

        Comparison(Map<String, String> before, Map<String, String> now, Map<String, Set<String>> kept) {
            this.before = before;
            this.now = now;
            this.kept = kept;
        }

        void run(StepKind kind) {
            Set<String> names = new TreeSet<>(before.keySet());
            names.addAll(now.keySet());
            names.removeIf(name -> value(before, name).equals(value(now, name)));
            boolean isOtherCode = names.remove("code");
            names.forEach(this::compare);
            changes.addAll(changedColumns);
            if (isOtherCode) {
                compareCode(kind);
            }
        }

        private static String value(Map<String, String> covers, String name) {
            return covers.getOrDefault(name, "");
        }

        private void compare(String name) {
            if (name.endsWith("schema")) {
                compareSchemas(name);
            } else if (name.startsWith("upstream ")) {
                compareStepBefore(name);
            } else {
                obstacles.add(name + " has changed");
            }
        }

        private void compareSchemas(String name) {
            try {
                SchemaChange change =
                        SchemaChange.between(RecordType.parse(value(before, name)), RecordType.parse(value(now, name)));
                changedColumns.addAll(change.changes());
                obstacles.addAll(change.obstacles());
            } catch (MalformedSchemaException e) {
                obstacles.add(name + " cannot be read: " + e.getMessage());
            }
        }

        private void compareStepBefore(String name) {
            String step = name.substring(name.indexOf(' ', "upstream ".length()) + 1);
            if (kept.getOrDefault(step, Set.of()).contains(value(before, name))) {
                changes.add("rows of step " + step + " are kept");
            } else {
                obstacles.add("rows of step " + step + " before it are others");
            }
        }

        private void compareCode(StepKind kind) {
            if (changedColumns.isEmpty()) {
                obstacles.add("its code has changed, and not its records");
            } else if (kind == StepKind.SINK) {
                obstacles.add("its code has changed, and a sink is to be handed the rows of the changed record");
            } else {
                changes.add(OTHER_CODE);
            }
        }
    }
}
