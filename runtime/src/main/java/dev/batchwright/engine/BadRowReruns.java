package dev.batchwright.engine;

import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.EarlierOutput;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.cache.StepInfo.Cut;
import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepKind;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Begins another output for each step that has put rows aside, where a run is told to run these again. Used by one thread. */
final class BadRowReruns {

    private final CacheDirectory cache;
    private final Map<String, Long> rows = new HashMap<>();

    BadRowReruns(CacheDirectory cache) {
        this.cache = cache;
    }

    /**
     * Begins another output under the same fingerprint, if the present one has bad rows and is not itself one that is still to take good
     * rows over.
     *
     * @param known what is known of the present output
     * @return the output to go on with
     */
    StepStore again(Node node, StepStore present, @Nullable StepInfo known) {
        if (known == null) {
            return present;
        }
        long bad = cache.steps().quarantine(present).rows();
        boolean isUnfinished = !known.basis().isEmpty() && !cache.isPublished(present);
        if (bad == 0 || isUnfinished) {
            return present;
        }
        rows.put(node.name(), bad);
        return cache.steps().nextEdition(present, known);
    }

    /**
     * The output under an earlier fingerprint of which good rows can be taken over: it has bad ones, and since then nothing has changed
     * but the step's own code, version and configuration. A sink has none: what it has written was for the earlier fingerprint.
     *
     * @param cuts how the step's shards are cut
     * @return what names it; empty if there is none
     */
    String earlier(Node node, Fingerprint now, Map<String, Cut> cuts) {
        boolean isSink = node.manager().settings().kind() == StepKind.SINK;
        EarlierOutput latest = isSink ? null : cache.steps().earlier().latest(node.name());
        if (latest == null) {
            return "";
        }
        StepStore store = cache.steps().earlier(node.name(), latest.output());
        StepInfo info = latest.info();
        if (!info.basis().isEmpty() && !cache.isPublished(store)) {
            store = cache.steps().earlier(node.name(), info.basis()); // the one that is whole
            info = cache.steps().read(store);
        }
        long bad = info == null || !info.cuts().equals(cuts) || !isOwnChange(info.covers(), now.covers())
                ? 0
                : cache.steps().earlierQuarantine(store).count();
        if (bad == 0) {
            return "";
        }
        rows.put(node.name(), bad);
        return store.output();
    }

    private static boolean isOwnChange(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !name.equals("code") && !name.equals("version") && !name.startsWith("config "))
                .allMatch(name -> now.getOrDefault(name, "").equals(before.getOrDefault(name, "")));
    }

    /** Adds to the reason of a step what is run again of it. */
    String why(Node node, String otherwise) {
        Long bad = rows.get(node.name());
        return bad == null
                ? otherwise
                : otherwise + "; " + bad
                        + (bad == 1
                                ? " row that was put aside is run again"
                                : " rows that were put aside are run again")
                        + ", others kept";
    }
}
