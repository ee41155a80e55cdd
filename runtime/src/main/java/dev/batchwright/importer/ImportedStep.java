package dev.batchwright.importer;

import java.util.List;

/**
 * A step of a pipeline that wrote a cache.
 *
 * @param name its name
 * @param successors the steps that it feeds, as far as the cache says so: a step whose own file is unreadable does not
 */
public record ImportedStep(String name, List<String> successors) {

    /** Copies the successors. */
    public ImportedStep {
        successors = List.copyOf(successors);
    }

    /**
     * Whether the step feeds no other, so that its rows are a result of the pipeline.
     *
     * @return true if it has no successors
     */
    public boolean isLeaf() {
        return successors.isEmpty();
    }
}
