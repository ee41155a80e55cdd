package dev.batchwright.benchmarks.compile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sources of 30 pipelines of nearly the same length, each in a package of its own: a class for each step and a record for about every
 * second one.
 */
final class PipelineSources {

    static final int PIPELINES = 30;

    private PipelineSources() {}

    /** As many steps as asked for, at least three for each pipeline. */
    static Map<String, String> of(int steps) {
        Map<String, String> sources = new LinkedHashMap<>(SharedTypes.SOURCES);
        for (int pipeline = 0; pipeline < PIPELINES; pipeline++) {
            int share = (steps + pipeline) / PIPELINES;
            sources.putAll(new PipelineSource(pipeline, share).sources());
        }
        return sources;
    }
}
