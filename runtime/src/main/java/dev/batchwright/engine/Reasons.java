package dev.batchwright.engine;

import dev.batchwright.cache.StepInfo;
import dev.batchwright.observe.StepMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says in words why a step runs. */
final class Reasons {

    private Reasons() {}

    /**
     * Compares what a step's output depends on with what the last complete output depended on.
     *
     * @param last what is known of that, or null if there is none
     * @param now the step's fingerprint
     */
    static String why(@Nullable StepInfo last, Fingerprint now) {
        if (last == null) {
            return "first run";
        }
        if (last.fingerprint().equals(now.hex())) {
            return StepMetrics.UNCHANGED;
        }
        List<String> changed = changes(last.covers(), now.covers());
        return "changed: " + String.join(", ", changed);
    }

    private static List<String> changes(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> own = new ArrayList<>();
        List<String> upstream = new ArrayList<>();
        for (String name : names) {
            if (!now.getOrDefault(name, "").equals(before.getOrDefault(name, ""))) {
                if (name.startsWith("upstream ")) {
                    upstream.add("step " + name.substring(name.lastIndexOf(' ') + 1));
                } else {
                    own.add(name);
                }
            }
        }
        return own.isEmpty() ? upstream : own; // what the step itself changed says more than what came with it
    }
}
