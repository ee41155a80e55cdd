package dev.batchwright.generated;

import java.util.ArrayList;
import java.util.List;

/**
 * A checked pipeline, ready to be planned and run: its steps in an order in which each comes after those that feed it.
 *
 * @param name the pipeline's name
 * @param nodes its steps
 */
public record PipelineDefinition(String name, List<Node> nodes) {

    /** Copies the nodes. */
    public PipelineDefinition {
        nodes = List.copyOf(nodes);
    }

    /**
     * Begins a definition.
     *
     * @param name the pipeline's name
     * @return a builder without steps
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * A step in its place.
     *
     * @param manager the step
     * @param persisted whether its rows are kept in the cache
     * @param inputs the names of the steps that feed it: none for a source, left and right for a step with two inputs, else all
     *     whose rows it takes one after the other
     */
    public record Node(BatchManager<?, ?> manager, boolean persisted, List<String> inputs) {

        /** Copies the inputs. */
        public Node {
            inputs = List.copyOf(inputs);
        }

        /**
         * The step's name.
         *
         * @return the name
         */
        public String name() {
            return manager.name();
        }
    }

    /** Collects the steps of a pipeline. Used by one thread. */
    public static final class Builder {

        private final String name;
        private final List<Node> nodes = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a step whose rows are kept in the cache.
         *
         * @param manager the step
         * @param inputs the names of the steps that feed it
         * @return this
         */
        public Builder persisted(BatchManager<?, ?> manager, String... inputs) {
            nodes.add(new Node(manager, true, List.of(inputs)));
            return this;
        }

        /**
         * Adds a step whose rows are handed on without being kept, or a sink.
         *
         * @param manager the step
         * @param inputs the names of the steps that feed it
         * @return this
         */
        public Builder fused(BatchManager<?, ?> manager, String... inputs) {
            nodes.add(new Node(manager, false, List.of(inputs)));
            return this;
        }

        /**
         * Ends the definition.
         *
         * @return the pipeline
         */
        public PipelineDefinition build() {
            return new PipelineDefinition(name, nodes);
        }
    }
}
