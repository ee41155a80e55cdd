package dev.batchwright.plan;

import dev.batchwright.generated.PipelineDefinition.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Steps that run fused within one task for each shard. It begins with its head: a source or a barrier, or the stored rows of a
 * step whose shards were not known beforehand.
 */
public final class Stage {

    /** Where the rows of a stage come from. */
    public enum Begin {
        /** A source, read split by split. */
        SPLITS,
        /** A stream that is cut as it is read. */
        STREAM,
        /** Keyed or co-grouped rows, shard by shard of keys. */
        GROUPS,
        /** A step that sees all rows at once; its output is cut as it is made. */
        ALL_ROWS,
        /** The stored shards of a {@link #STREAM} or {@link #ALL_ROWS} step. */
        STORED
    }

    private final int index;
    private final Begin begin;
    private final List<Lane> lanes = new ArrayList<>();

    Stage(int index, Begin begin) {
        this.index = index;
        this.begin = begin;
    }

    /**
     * The place of the stage: stages that depend on others come after them.
     *
     * @return an index from 0
     */
    public int index() {
        return index;
    }

    /**
     * Where the rows come from.
     *
     * @return the kind of beginning
     */
    public Begin begin() {
        return begin;
    }

    /**
     * The step that the stage begins with.
     *
     * @return the first lane
     */
    public Lane head() {
        return lanes.get(0);
    }

    /**
     * All lanes, each after those that feed it.
     *
     * @return a view, beginning with the head
     */
    public List<Lane> lanes() {
        return Collections.unmodifiableList(lanes);
    }

    /**
     * Whether the number of shards is known only when the head has run.
     *
     * @return true for streams and for steps that see all rows
     */
    public boolean cutsAsItGoes() {
        return begin == Begin.STREAM || begin == Begin.ALL_ROWS;
    }

    Lane add(Node node, int indexInNode, List<Lane> inputs) {
        Lane lane = new Lane(this, node, indexInNode, inputs);
        lanes.add(lane);
        inputs.forEach(input -> input.addConsumer(lane));
        return lane;
    }

    @Override
    public String toString() {
        return "stage " + (index + 1) + " from " + head().name();
    }
}
