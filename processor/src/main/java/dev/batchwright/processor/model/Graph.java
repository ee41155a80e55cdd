package dev.batchwright.processor.model;

import java.util.List;

/**
 * The graph that a pipeline's flows add up to.
 *
 * @param nodes its steps in an order in which each comes after those that feed it; those first that the flows name first
 */
public record Graph(List<Node> nodes) {

    /**
     * A step in its place.
     *
     * @param step the step
     * @param inputs the steps that feed it: left and right where it takes two
     * @param consumers the steps that it feeds
     */
    public record Node(StepModel step, List<StepModel> inputs, List<StepModel> consumers) {

        /** Whether its rows are kept in the cache. */
        public boolean isPersisted() {
            if (step.kind() == StepKind.SINK) {
                return false;
            }
            return switch (step.settings().persist().value()) {
                case "ALWAYS" -> true;
                case "NEVER" -> false;
                default ->
                    !step.kind().isCheap() || mustBeKept() || step.settings().quarantines();
            };
        }

        /** Whether something needs the rows kept: they end a flow, have several readers, or are read by a barrier. */
        public boolean mustBeKept() {
            return consumers.size() != 1 || consumers.get(0).kind().isBarrier();
        }
    }
}
