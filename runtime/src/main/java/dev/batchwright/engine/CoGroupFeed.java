package dev.batchwright.engine;

import dev.batchwright.CoGroupStep;
import dev.batchwright.Dataset;
import dev.batchwright.generated.KeyOrder;
import dev.batchwright.memory.Grouping;
import java.util.List;

/** The groups of a co-group step: both sides are gone through in the order of the keys, as in a merge join. */
final class CoGroupFeed extends GroupFeed {

    private final CoGroupStep<Object, Object, Object, Object> user;
    private final KeyOrder<Object> order;
    private final Grouping.Groups<Object, Object> left;
    private final Grouping.Groups<Object, Object> right;
    private boolean begun;
    private boolean leftThere;
    private boolean rightThere;
    /** Negative where only the left side has the key, positive where only the right side has it. */
    private int side;

    @SuppressWarnings("unchecked") // the generated manager fixes the types of keys and rows
    CoGroupFeed(
            StepRuntime step,
            int shard,
            Grouping.Groups<Object, Object> left,
            Grouping.Groups<Object, Object> right,
            Chain chain,
            Emitter<Object> entry,
            Start start) {
        super(step, shard, chain, entry, start);
        this.user = (CoGroupStep<Object, Object, Object, Object>) step.manager().step();
        this.order = GroupSide.order(step);
        this.left = left;
        this.right = right;
    }

    @Override
    boolean nextGroup() {
        if (!begun || side <= 0) {
            leftThere = left.next();
        }
        if (!begun || side >= 0) {
            rightThere = right.next();
        }
        begun = true;
        if (leftThere && rightThere) {
            side = order.compare(left.key(), right.key());
        } else {
            side = leftThere ? -1 : 1;
        }
        return leftThere || rightThere;
    }

    @Override
    Object key() {
        return side <= 0 ? left.key() : right.key();
    }

    @Override
    void call() throws Exception {
        Dataset<Object> leftRows = side <= 0 ? watched(left.rows()) : Dataset.of(List.of());
        Dataset<Object> rightRows = side >= 0 ? watched(right.rows()) : Dataset.of(List.of());
        user.process(key(), leftRows, rightRows, entry());
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
