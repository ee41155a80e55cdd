package dev.batchwright.plan;

import dev.batchwright.generated.PipelineDefinition.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way on which rows reach a step. A step has one lane, but where branches unite it has one for each branch: their shards
 * follow each other in the order of the flows, so each lane is computed apart.
 */
public final class Lane {

    private final Stage stage;
    private final Node node;
    private final int index;
    private final List<Lane> inputs;
    private final List<Lane> consumers = new ArrayList<>();

    Lane(Stage stage, Node node, int index, List<Lane> inputs) {
        this.stage = stage;
        this.node = node;
        this.index = index;
        this.inputs = List.copyOf(inputs);
    }

    /**
     * The stage that the lane belongs to.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * The step.
     *
     * @return the step in its place
     */
    public Node node() {
        return node;
    }

    /**
     * The step's name.
     *
     * @return the name
     */
    public String name() {
        return node.name();
    }

    /**
     * The place of the lane among those of its step, which is the order of their shards.
     *
     * @return an index from 0
     */
    public int index() {
        return index;
    }

    /**
     * The lanes of the same stage that feed this one.
     *
     * @return none for a head, left and right for a zip, else one
     */
    public List<Lane> inputs() {
        return inputs;
    }

    /**
     * The lanes of the same stage that this one feeds.
     *
     * @return a view
     */
    public List<Lane> consumers() {
        return Collections.unmodifiableList(consumers);
    }

    /**
     * Whether this lane only reads back what another stage stored.
     *
     * @return true for the head of a stage that begins with stored rows
     */
    public boolean isStoredHead() {
        return inputs.isEmpty() && stage.begin() == Stage.Begin.STORED;
    }

    void addConsumer(Lane lane) {
        consumers.add(lane);
    }

    @Override
    public String toString() {
        return name() + "[" + index + "] of " + stage;
    }
}
