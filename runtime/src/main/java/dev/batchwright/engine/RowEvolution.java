package dev.batchwright.engine;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.EarlierOutput;
import dev.batchwright.cache.EarlierOutputs;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.cache.StepInfo.Cut;
import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, step by step from the sources on, whether rows that an earlier run has kept may be those of a step whose records have
 * changed, and takes them over where the run is told to. Used by one thread.
 */
final class RowEvolution {

    private final EarlierOutputs outputs;
    private final boolean takes;
    private final Map<String, Set<String>> kept = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final List<AdoptedOutput> outcome = new ArrayList<>();

    /**
     * Knows of no step yet.
     *
     * @param takes whether rows are taken over; else it is only said that they could be
     */
    RowEvolution(EarlierOutputs outputs, boolean takes) {
        this.outputs = outputs;
        this.takes = takes;
    }

    /**
     * Rows that could be taken over.
     *
     * @param earlier what is known of them
     * @param change what has changed since they were kept
     */
    record Offer(EarlierOutput earlier, RecordChange change) {

        String folder() {
            return earlier.folder();
        }
    }

    /**
     * Looks for rows that could be taken over for a step. All steps before it have been asked for.
     *
     * @param known what is known of the step under its present fingerprint, or null
     * @param last what is known of the output that readers see, or null
     * @return the best of what was found: where nothing fits, an offer that is not readable; null where there is nothing
     */
    @Nullable
    Offer find(Node node, Fingerprint now, @Nullable StepInfo known, @Nullable StepInfo last) {
        Set<String> own = new HashSet<>(Set.of(now.hex()));
        if (known != null) {
            known.adopted().forEach(adopted -> own.add(adopted.fingerprint()));
        }
        kept.put(node.name(), own);
        boolean isPublished = last != null && last.fingerprint().equals(now.hex());
        boolean takesOthers = known != null && !known.basis().isEmpty();
        if (isPublished || takesOthers || reasons.containsKey(node.name())) {
            return null; // what was taken and has turned out to be damaged is not taken again
        }
        @Nullable Offer found = null;
        for (EarlierOutput earlier : candidates(node, last)) {
            boolean isOther = !earlier.info().fingerprint().equals(now.hex());
            if (isOther && (found == null || !found.change().isReadable())) {
                StepKind kind = node.manager().settings().kind();
                Offer offer = new Offer(earlier, RecordChange.between(earlier.info(), now, kind, kept));
                found = found == null || offer.change().isReadable() ? offer : found;
            }
        }
        return found;
    }

    private List<EarlierOutput> candidates(Node node, @Nullable StepInfo last) {
        if (takes) {
            return outputs.of(node.name());
        }
        EarlierOutput published = last == null ? null : outputs.published(node.name());
        return published == null ? List.of() : List.of(published);
    }

    /**
     * Decides on an offer; the steps after this one are told that its rows count as those of the step.
     *
     * @param cuts how the step's shards are cut now
     * @param groups those of its shards that have groups of rows with one key; mostly none
     * @return the offer if it is to be taken, else null
     */
    @Nullable
    Offer decide(
            Node node,
            Offer offer,
            Map<String, Cut> cuts,
            List<Integer> groups,
            StepStore store,
            CacheDirectory cache) {
        boolean isKept = node.persisted() || node.manager().settings().kind() == StepKind.SINK;
        if (!offer.change().isReadable()) {
            refuse(node, store, offer, offer.change().obstacles());
            return null;
        }
        if (takes && !offer.earlier().info().cuts().equals(cuts)) {
            refuse(
                    node,
                    store,
                    offer,
                    List.of("a run without them has cut the shards otherwise; remove its folders, and run again to"
                            + " take them over"));
            return null;
        }
        if (isKept && !cache.steps().earlierParts(store, offer.earlier()).areWhole(groups)) {
            refuse(
                    node,
                    store,
                    offer,
                    List.of(
                            "groups are missing, and by the changed record they might be spread over shards otherwise"));
            return null;
        }
        if (isKept && !cache.steps().earlierParts(store, offer.earlier()).areAny()) {
            return null; // the step has rows of its own
        }
        accept(node, offer);
        return offer;
    }

    /** From now on, rows of the offer count as those of the step. */
    void accept(Node node, Offer offer) {
        for (StepInfo.Adopted adopted : offer.earlier().adoptable()) {
            kept.computeIfAbsent(node.name(), name -> new HashSet<>()).add(adopted.fingerprint());
        }
    }

    /** Only where rows are missed. */
    private void refuse(Node node, StepStore store, Offer offer, List<String> why) {
        if (takes && node.persisted() && store.shards().isEmpty()) {
            outcome.add(new AdoptedOutput(node.name(), offer.folder(), 0, false, "as " + String.join("; ", why)));
        }
    }

    /** What the {@code step.json} of a step has to say that it has adopted before it takes an offer. */
    static List<StepInfo.Adopted> adopted(@Nullable Offer offer, @Nullable StepInfo known) {
        Stream<StepInfo.Adopted> more = offer == null ? Stream.of() : offer.earlier().adoptable().stream();
        return Stream.concat(more, known == null ? Stream.of() : known.adopted().stream())
                .distinct()
                .toList();
    }

    /** The fingerprint that the rows of a step began with, whatever was taken over since, so that a sink knows its batches again. */
    static String firstFingerprint(StepStore store, List<StepInfo.Adopted> adopted) {
        return adopted.isEmpty()
                ? store.fingerprint()
                : adopted.get(adopted.size() - 1).fingerprint();
    }

    /** Takes an offer; the step's {@code step.json} says so already. */
    void take(Node node, Offer offer, StepStore store, CacheDirectory cache) {
        long rows = cache.steps().earlierParts(store, offer.earlier()).takeOver();
        if (rows < 0) {
            refuse(node, store, offer, List.of("the file system of the cache gives no file a second name"));
        } else if (node.persisted() || offer.change().isOnTrust()) {
            outcome.add(new AdoptedOutput(node.name(), offer.folder(), rows, true, "on trust: " + changes(offer)));
        }
    }

    /** What became of rows of steps that have changed; nothing where none are taken. */
    List<AdoptedOutput> outcome() {
        return List.copyOf(outcome);
    }

    boolean takes() {
        return takes;
    }

    /** Why a step runs, or does not; the same for all attempts of a run. */
    String why(Node node, @Nullable Offer offer, String otherwise) {
        return reasons.computeIfAbsent(
                node.name(),
                name -> offer == null || !node.persisted() ? otherwise : otherwise + "; " + outlook(offer));
    }

    /** What becomes of the rows of an offer, and what has changed since they were kept. */
    String plan(Offer offer) {
        return outlook(offer) + ": " + changes(offer);
    }

    private String outlook(Offer offer) {
        return "rows of " + offer.folder()
                + (takes ? " are taken over" : " can be taken over with RunOptions.evolveRows(true)");
    }

    private static String changes(Offer offer) {
        return String.join("; ", offer.change().changes());
    }
}
