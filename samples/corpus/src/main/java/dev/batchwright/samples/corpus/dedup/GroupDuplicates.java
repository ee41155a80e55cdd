package dev.batchwright.samples.corpus.dedup;

import dev.batchwright.Dataset;
import dev.batchwright.GlobalStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;

/**
 * Follows pairs to whole groups: if one document is like a second and that is like a third, all three are one group, and the one with
 * the smallest id stays. What it holds in memory are the ids of documents that have a near duplicate, never a text.
 */
@Step
public record GroupDuplicates() implements GlobalStep<DuplicatePair, Duplicate> {

    @Override
    public void process(Dataset<DuplicatePair> pairs, Output<Duplicate> out) {
        DisjointSets groups = new DisjointSets();
        for (DuplicatePair pair : pairs) {
            groups.join(pair.left(), pair.right());
        }
        for (String id : groups.ids()) {
            String original = groups.smallest(id);
            if (!original.equals(id)) {
                out.add(new Duplicate(id, original));
            }
        }
    }
}
